package org.prakat.common.storage;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a ClamAV daemon, by its command INSTREAM: chunks that each tell their length, and an empty one at the end. */
final class ClamdScan implements VirusScan {

    private static final Logger log = LoggerFactory.getLogger(ClamdScan.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4 * 1024;

    private final String host;
    private final int port;
    private final Duration patience;

    /** @param patience how long a scan may take, all in all */
    ClamdScan(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public Verdict scan(Path file) {
        Executor afterwards = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        try (Socket daemon = new Socket();
                InputStream content = Files.newInputStream(file)) {
            // A timeout of the socket would bound its reads only, and a daemon that hangs may as well not read.
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> giveUp(daemon), afterwards);
            try {
                daemon.connect(new InetSocketAddress(host, port));
                send(content, daemon);
                return verdict(answer(daemon));
            } finally {
                end.cancel(false);
            }
        } catch (IOException e) {
            log.error("the virus scanner does not answer", e);
            return Verdict.UNKNOWN;
        }
    }

    private static void send(InputStream content, Socket daemon) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(daemon.getOutputStream()));
        out.write(COMMAND);
        byte[] chunk = new byte[CHUNK];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
            out.writeInt(read);
            out.write(chunk, 0, read);
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(Socket daemon) throws IOException {
        InputStream in = daemon.getInputStream();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int read = in.read(); read > 0 && answer.size() < LONGEST_ANSWER; read = in.read()) {
            answer.write(read);
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return Verdict.CLEAN;
        }
        if (answer.endsWith(" FOUND")) {
            log.warn("the virus scanner says: {}", answer);
            return Verdict.INFECTED;
        }
        log.error("the virus scanner gives no verdict: {}", answer);
        return Verdict.UNKNOWN;
    }

    private static void giveUp(Socket daemon) {
        try {
            daemon.close();
        } catch (IOException e) {
            log.debug("a connection that is given up does not close", e);
        }
    }
}
