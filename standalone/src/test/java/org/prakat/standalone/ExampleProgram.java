package org.prakat.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** One of the example clients, run as an office would. */
final class ExampleProgram implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    private ExampleProgram(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static ExampleProgram start(ProcessBuilder command) throws IOException {
        return new ExampleProgram(
                command.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** @throws IOException when it ended before */
    String nextLine() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the example has ended");
        }
        return line;
    }

    int exit() throws InterruptedException {
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
