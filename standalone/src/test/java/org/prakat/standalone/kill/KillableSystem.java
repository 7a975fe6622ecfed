package org.prakat.standalone.kill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.prakat.standalone.KeptSecrets;

/** The system in a process of its own, on one data folder and one port over all its lives. */
final class KillableSystem implements AutoCloseable {

    private final Path data;
    private final int port;
    private Process process;

    KillableSystem(Path data) throws IOException {
        this.data = data;
        Files.createDirectories(data);
        setAhead(Duration.ZERO);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        this.process = start();
    }

    private Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KillableMain.class.getName(),
                data.toString(),
                String.valueOf(port));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.resolve("log.txt").toFile()))
                .start();
    }

    /** Kills it with SIGKILL, wherever it is, and starts it anew. */
    void killAndRestart() throws IOException, InterruptedException {
        kill();
        process = start();
    }

    private void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Moves its clock forward. */
    void setAhead(Duration ahead) throws IOException {
        Path part = data.resolve("clock.part");
        Files.writeString(part, ahead.toString());
        Files.move(
                part,
                data.resolve(KillableMain.CLOCK_FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Map<String, String> passwords() throws IOException {
        return new KeptSecrets(data).demoPasswords();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
