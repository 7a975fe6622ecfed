package org.prakat.deploy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an administrator does to the running containers. COMPOSE_FILE and the like come from the environment. */
final class Engine {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Engine() {}

    /** Runs so many of a service; those that run already are left alone. */
    static void scale(String service, int replicas) throws IOException, InterruptedException {
        compose(
                "up",
                "-d",
                "--no-deps",
                "--no-recreate",
                "--no-build",
                "--wait",
                "--scale",
                service + "=" + replicas,
                service);
    }

    static void restart(String service) throws IOException, InterruptedException {
        compose("restart", service);
    }

    /** Ends one container's processes from inside, as a crash would: Docker starts it anew. */
    static void crash(String service) throws IOException, InterruptedException {
        String container = compose("ps", "-q", service).lines().findFirst().orElseThrow();
        Project.run(Map.of(), "docker", "exec", container, "bash", "-c", "kill -9 -1");
    }

    /** Compose gives up on what counts as unhealthy, which a service that starts slowly does for a while. */
    static void waitUntilHealthy() {
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            compose(
                    "up",
                    "-d",
                    "--no-recreate",
                    "--no-build",
                    "--no-deps",
                    "--wait",
                    "kafka",
                    "mongodb",
                    "object-store",
                    "approval-service",
                    "publishing-service",
                    "gateway-service");
            return true;
        });
    }

    /** Gives a service's image another content under the same name, as a build of the next version does. */
    static void renewImage(String service) throws IOException, InterruptedException {
        run(
                "bash",
                "-c",
                "image=$(docker compose config --images " + service + " | grep " + service
                        + ") && printf 'FROM %s\\nLABEL smoke=%s\\n' \"$image\" \"$RANDOM$RANDOM\" | docker build -q -t \"$image\" -");
    }

    /** By the script that administrators are given. */
    static void roll(String service) throws IOException, InterruptedException {
        run("deploy/roll.sh", service);
    }

    static void stop(String service) throws IOException, InterruptedException {
        compose("stop", service);
    }

    static void backup(Path folder) throws IOException, InterruptedException {
        run("deploy/backup.sh", folder.toString());
    }

    /** Everything is gone, but for the passwords, and comes back from a backup. */
    static void loseEverythingAndRestore(Path folder) throws IOException, InterruptedException {
        compose("down", "--volumes", "--timeout", "10");
        run("deploy/restore.sh", folder.toString());
    }

    /** What a program in the first container of a service says. */
    static String inside(String service, String... command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(List.of("exec", "-T", service));
        whole.addAll(List.of(command));
        return compose(whole.toArray(String[]::new));
    }

    /** What all processes of the service's first container have taken of the processors since its start. */
    static Duration processorTime(String service) throws IOException, InterruptedException {
        String read = "cat /sys/fs/cgroup/cpuacct/cpuacct.usage 2>/dev/null"
                + " || sed -n 's/^usage_usec \\(.*\\)/\\1000/p' /sys/fs/cgroup/cpu.stat";
        return Duration.ofNanos(
                Long.parseLong(inside(service, "bash", "-c", read).strip()));
    }

    /** As Docker shows it, with its unit. */
    static String memory(String service) throws IOException, InterruptedException {
        String container = compose("ps", "-q", service).lines().findFirst().orElseThrow();
        return run("docker", "stats", "--no-stream", "--format", "{{.MemUsage}}", container)
                .split(" / ", 2)[0];
    }

    private static String compose(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker", "compose"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Project.Answer answer = Project.run(Map.of(), command);
        if (answer.exit() != 0) {
            throw new IOException(String.join(" ", command) + ": " + answer.output());
        }
        return answer.output();
    }
}
