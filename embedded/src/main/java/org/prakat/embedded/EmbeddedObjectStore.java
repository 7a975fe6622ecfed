package org.prakat.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A server that speaks the S3 protocol and keeps objects as files. Loopback only, every call must be signed. */
public final class EmbeddedObjectStore implements AutoCloseable {

    private static final int THREADS = 16;
    private static final Pattern UNFINISHED = Pattern.compile("-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");

    private final S3Proxy server;

    /**
     * Starts the server.
     *
     * @param folder where the files lie; made when missing
     * @param port 0 for a free one
     * @throws IOException when the folder cannot be made or the port cannot be opened
     */
    public EmbeddedObjectStore(Path folder, int port, Credentials credentials) throws IOException {
        Files.createDirectories(folder);
        deleteUnfinished(folder);
        server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V4, credentials.accessKey(), credentials.secretKey())
                .ignoreUnknownHeaders(true)
                .jettyMaxThreads(THREADS)
                .build();
        start(server);
    }

    /** A file is written under its name and a UUID, and then renamed: what still has one was cut off by a kill. */
    private static void deleteUnfinished(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(EmbeddedObjectStore::isUnfinished).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isUnfinished(Path file) {
        return UNFINISHED.matcher(file.getFileName().toString()).find() && Files.isRegularFile(file);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the object store does not stop", e);
        }
    }

    private static void start(S3Proxy server) throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the object store does not start", e);
        }
    }
}
