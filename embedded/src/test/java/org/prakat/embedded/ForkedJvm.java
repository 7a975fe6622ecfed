package org.prakat.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process with this test's class path, whose output is read and which can be killed. */
final class ForkedJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ForkedJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ForkedJvm start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlogging.level=off",
                main.getName()));
        command.addAll(List.of(arguments));
        return new ForkedJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The next line of its own; log lines are passed over. */
    String readLine() throws IOException {
        while (true) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the process has ended with " + process.exitValue());
            }
            if (line.startsWith("item-")) {
                return line;
            }
        }
    }

    /** Kills it with SIGKILL, and waits until it is gone. By its handle: {@code Process} would close its output unread. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** What it had said before it was killed and nobody had read; a line that was cut off is left out. */
    List<String> remainingLines() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int read = output.read(); read >= 0; read = output.read()) {
            rest.append((char) read);
        }
        int lastLineEnd = rest.lastIndexOf("\n");
        return rest.substring(0, Math.max(lastLineEnd, 0))
                .lines()
                .filter(line -> line.startsWith("item-"))
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
