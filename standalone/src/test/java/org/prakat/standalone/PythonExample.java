package org.prakat.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The example client in Python. */
final class PythonExample {

    private static final String INTERPRETER = "python3";
    private static final Path CLIENT = Path.of("..", "examples", "python", "office.py");

    private PythonExample() {}

    static boolean canRun() throws InterruptedException {
        try {
            return new ProcessBuilder(INTERPRETER, "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    static ExampleProgram start(String gateway, OfficeProgram office, Path event, Path file) throws IOException {
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
        return ExampleProgram.start(python);
    }
}
