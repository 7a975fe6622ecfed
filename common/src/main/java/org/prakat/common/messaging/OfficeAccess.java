package org.prakat.common.messaging;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.prakat.common.domain.SecretToken;

/** An administrator gives another office access to Kafka, or takes it away again. */
public final class OfficeAccess {

    /** An event has some 2 KB; more than this is more than request-service can take anyway. */
    private static final long BYTES_PER_SECOND = 512 * 1024;

    private final Map<String, Object> administrator;
    private final short replicas;

    /**
     * @param administrator the client properties of somebody who may make topics and users
     * @param replicas of each topic
     */
    public OfficeAccess(Map<String, Object> administrator, short replicas) {
        this.administrator = Map.copyOf(administrator);
        this.replicas = replicas;
    }

    /**
     * {@code ADMIN.PROPERTIES give|take OFFICE [REPLICAS]}; {@code give} prints the user and the password, this once.
     * {@code PRAKAT_OFFICE_PASSWORD} in the environment names a password, to give the same as before on a new broker.
     */
    public static void main(String... arguments) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(reader);
        }
        Map<String, Object> client = new HashMap<>();
        properties.forEach((key, value) -> client.put(key.toString(), value));
        short replicas = arguments.length > 3 ? Short.parseShort(arguments[3]) : 1;
        OfficeTopics office = new OfficeTopics(arguments[2]);
        new OfficeAccess(client, replicas)
                .change(arguments[1], office, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    /**
     * Does what a command line says.
     *
     * @param what {@code give} or {@code take}
     * @param out is told the user and the password
     */
    public void change(String what, OfficeTopics office, PrintStream out) {
        switch (what) {
            case "give" -> {
                String password = give(office, Optional.ofNullable(System.getenv("PRAKAT_OFFICE_PASSWORD")));
                out.println("user      " + office.user());
                out.println("password  " + password + "   (it is not shown again)");
                out.println("writes    " + office.intake());
                out.println(
                        "reads     " + office.outcomes() + ", as groups whose name begins with " + office.user() + ".");
            }
            case "take" -> {
                take(office);
                out.println(office.user() + " is no longer let in");
            }
            default -> throw new IllegalArgumentException(what + " is neither give nor take");
        }
    }

    /**
     * Makes the office's topics and its user, with its rights and a limit on what it may send. Run again, it puts right the
     * settings of topics that an earlier version made, and gives another password.
     *
     * @param chosen the password, if it is not to be a random one
     * @return the password, which nobody can read again
     * @throws IllegalStateException when the broker does not answer in time or refuses
     */
    public String give(OfficeTopics office, Optional<String> chosen) {
        String password = chosen.orElseGet(() -> SecretToken.draw().text());
        new TopicProvisioner(administrator).provideWithSettings(office.topics(replicas));
        KafkaUser user = new KafkaUser(office.user());
        try (Admin admin = Admin.create(administrator)) {
            KafkaUsers users = new KafkaUsers(admin);
            users.allowOnly(user, office.bindings());
            users.limitBytesPerSecond(user, BYTES_PER_SECOND);
            users.setPasswords(Map.of(user.name(), password));
        }
        return password;
    }

    /**
     * Takes the rights first, which ends what connections that are open may do, then the password. The topics stay: what is in
     * them was sent, and will be told.
     *
     * @throws IllegalStateException when the broker does not answer in time or refuses
     */
    public void take(OfficeTopics office) {
        KafkaUser user = new KafkaUser(office.user());
        try (Admin admin = Admin.create(administrator)) {
            KafkaUsers users = new KafkaUsers(admin);
            users.allowOnly(user, List.of());
            users.removePassword(user);
        }
    }
}
