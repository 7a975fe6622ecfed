package org.prakat.common.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.capybara.clamav.ClamavClient;
import xyz.capybara.clamav.ClamavException;
import xyz.capybara.clamav.commands.scan.result.ScanResult;

/** Asks a ClamAV daemon, by its command INSTREAM. */
final class ClamdScan implements VirusScan {

    private static final Logger log = LoggerFactory.getLogger(ClamdScan.class);

    private final ClamavClient client;

    ClamdScan(String host, int port) {
        this.client = new ClamavClient(host, port);
    }

    @Override
    public Verdict scan(Path file) {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return client.scan(content) instanceof ScanResult.OK ? Verdict.CLEAN : Verdict.INFECTED;
        } catch (IOException | ClamavException e) {
            log.error("the virus scanner does not answer", e);
            return Verdict.UNKNOWN;
        }
    }
}
