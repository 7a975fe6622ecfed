package org.prakat.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The files under test, and the programs that judge them. */
final class Project {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path DEPLOY = ROOT.resolve("deploy");
    static final List<String> SERVICES =
            List.of("request-service", "approval-service", "publishing-service", "expiry-service", "gateway-service");
    private static final int PATIENCE_SECONDS = 300;

    private Project() {}

    static Yaml compose() throws IOException {
        return Yaml.read(ROOT.resolve("docker-compose.yml")).get(0);
    }

    /** What a program answered. */
    record Answer(int exit, String output) {}

    static Answer run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command[0] + " does not end");
        }
        return new Answer(process.exitValue(), output);
    }

    /** Whether the program can be had here: that the command ends well. */
    static boolean answers(String... command) throws InterruptedException {
        try {
            return run(Map.of(), command).exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
