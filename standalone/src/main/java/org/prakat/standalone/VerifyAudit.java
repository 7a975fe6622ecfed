package org.prakat.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.prakat.common.audit.Checkpoint;
import org.prakat.common.audit.Verification;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./prakat verify}: verifies the audit trail of every service of a running system, by checkpoints kept elsewhere, too,
 * and names the first broken entry. Signs in as {@code PRAKAT_USER} with {@code PRAKAT_PASSWORD}, or as the auditor of the
 * demo office. Exits with 1 when a trail is broken.
 */
public final class VerifyAudit {

    /** The services that keep a trail. */
    public static final List<String> SERVICES =
            List.of("request-service", "approval-service", "publishing-service", "expiry-service", "gateway-service");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FIRST_ERROR = 400;

    private VerifyAudit() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Settings settings = Settings.parse(arguments);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        StaffClient auditor = new StaffClient(settings.gateway());
        if (auditor.signIn(settings.user(), settings.password()).status() >= FIRST_ERROR) {
            throw new IllegalStateException(settings.user() + " could not sign in");
        }
        List<Verification> found = verify(auditor, settings.checkpoints());
        found.forEach(verification -> out.println(describe(verification)));
        System.exit(found.stream().allMatch(Verification::isIntact) ? 0 : 1);
    }

    /** Verifies the trails of the office of somebody who is signed in. */
    public static List<Verification> verify(StaffClient auditor, List<Checkpoint> kept)
            throws IOException, InterruptedException {
        List<Verification> found = new ArrayList<>();
        for (String service : SERVICES) {
            Answer answer = auditor.post("/api/services/" + service + "/audit/verification", "", kept);
            if (answer.status() >= FIRST_ERROR) {
                throw new IllegalStateException(service + ": " + answer.body());
            }
            found.add(JSON.treeToValue(answer.body(), Verification.class));
        }
        return found;
    }

    private static String describe(Verification verification) {
        String trail = verification.service() + " of " + verification.office() + ": ";
        Verification.Break broken = verification.broken();
        if (broken == null) {
            return trail + verification.entries() + " entries, intact";
        }
        return trail + "BROKEN at entry " + broken.number() + " (" + broken.fault() + ", " + broken.subject() + "); "
                + verification.entries() + " entries before it are intact";
    }

    private record Settings(String gateway, String user, String password, List<Checkpoint> checkpoints) {

        static Settings parse(String... arguments) throws IOException {
            String gateway = "http://127.0.0.1:8080";
            Path data = Path.of("data");
            List<Checkpoint> checkpoints = new ArrayList<>();
            for (String argument : arguments) {
                if (argument.startsWith("--port=")) {
                    gateway = "http://127.0.0.1:" + argument.substring("--port=".length());
                } else if (argument.startsWith("--gateway=")) {
                    gateway = argument.substring("--gateway=".length());
                } else if (argument.startsWith("--data=")) {
                    data = Path.of(argument.substring("--data=".length()));
                } else if (argument.startsWith("--checkpoints=")) {
                    checkpoints.addAll(read(Path.of(argument.substring("--checkpoints=".length()))));
                } else {
                    throw new IllegalArgumentException("unknown argument: " + argument);
                }
            }
            String user = Optional.ofNullable(System.getenv("PRAKAT_USER")).orElse("auditor");
            String password = System.getenv("PRAKAT_PASSWORD");
            return new Settings(
                    gateway,
                    user,
                    password != null
                            ? password
                            : Objects.requireNonNull(
                                    new KeptSecrets(data).demoPasswords().get(user),
                                    "set PRAKAT_USER and PRAKAT_PASSWORD"),
                    checkpoints);
        }

        /** A file with a checkpoint on each line, as services keep them. */
        private static List<Checkpoint> read(Path file) throws IOException {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> JSON.readValue(line, new TypeReference<Checkpoint>() {}))
                    .toList();
        }
    }
}
