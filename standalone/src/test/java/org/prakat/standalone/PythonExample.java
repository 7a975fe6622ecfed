package org.prakat.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example client in Python, run as an office would. */
final class PythonExample implements AutoCloseable {

    private static final String INTERPRETER = "python3";
    private static final Path CLIENT = Path.of("..", "examples", "python", "office.py");

    private final Process process;
    private final BufferedReader lines;

    private PythonExample(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static boolean canRun() throws InterruptedException {
        try {
            return new ProcessBuilder(INTERPRETER, "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    static PythonExample start(String gateway, OfficeProgram office, Path event, Path file) throws IOException {
        ProcessBuilder python = new ProcessBuilder(
                INTERPRETER, CLIENT.toString(), event.toString(), file.toString(), "--interval", "0.2");
        python.environment()
                .putAll(Map.of(
                        "PRAKAT",
                        gateway,
                        "PRAKAT_CLIENT_ID",
                        office.clientId(),
                        "PRAKAT_CLIENT_SECRET",
                        office.secret(),
                        "PYTHONUTF8",
                        "1"));
        python.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new PythonExample(python.start());
    }

    /** @throws IOException when it ended before */
    JsonNode nextLine() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("the example has ended");
        }
        return JsonMapper.shared().readTree(line);
    }

    int exit() throws InterruptedException {
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
