package org.prakat.common.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prakat.common.storage.VirusScan.Verdict;

class ClamdScanTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "stream: OK, CLEAN",
        "stream: Eicar-Test-Signature FOUND, INFECTED",
        "INSTREAM size limit exceeded. ERROR, UNKNOWN",
        "UNKNOWN COMMAND, UNKNOWN",
        "'', UNKNOWN"
    })
    void theVerdictIsWhatTheDaemonAnswers(String answer, Verdict verdict) throws IOException {
        try (Daemon daemon = new Daemon(answer)) {
            assertThat(scan(daemon, PATIENCE).scan(file(10))).isEqualTo(verdict);
        }
    }

    @Test
    void theDaemonGetsTheFileByteForByte() throws Exception {
        Path file = file(300_000);
        try (Daemon daemon = new Daemon("stream: OK")) {
            scan(daemon, PATIENCE).scan(file);

            assertThat(daemon.received.get()).isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void aDaemonThatIsNotThereGivesNoVerdict() throws IOException {
        int closed;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = nobody.getLocalPort();
        }

        assertThat(new ClamdScan("127.0.0.1", closed, PATIENCE).scan(file(10))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aDaemonThatHangsGivesNoVerdict() throws IOException {
        try (ServerSocket hanging = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ClamdScan scan = new ClamdScan("127.0.0.1", hanging.getLocalPort(), LITTLE_PATIENCE);

            assertThat(scan.scan(file(10))).isEqualTo(Verdict.UNKNOWN);
            assertThat(scan.scan(file(30_000_000))).isEqualTo(Verdict.UNKNOWN);
        }
    }

    private static ClamdScan scan(Daemon daemon, Duration patience) {
        return new ClamdScan("127.0.0.1", daemon.socket.getLocalPort(), patience);
    }

    private Path file(int size) throws IOException {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return Files.write(folder.resolve("file-" + size), content);
    }

    /** Speaks as much of clamd's protocol as one scan needs. */
    private static final class Daemon implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<byte[]> received;

        Daemon(String answer) throws IOException {
            received = CompletableFuture.supplyAsync(() -> serve(answer));
        }

        private byte[] serve(String answer) {
            try (Socket client = socket.accept()) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                byte[] command = in.readNBytes("zINSTREAM\0".length());
                assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.write(in.readNBytes(length));
                }
                client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                return content.toByteArray();
            } catch (IOException e) {
                return new byte[0];
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
