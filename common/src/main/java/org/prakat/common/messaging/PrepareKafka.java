package org.prakat.common.messaging;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics, the users and their rights on a Kafka that asks for passwords. Runs once before the services start, as the
 * administrator, and may run again: then it sets passwords and rights as they are to be now.
 */
public final class PrepareKafka {

    private static final Logger log = LoggerFactory.getLogger(PrepareKafka.class);
    private static final int PARTITIONS = 12;

    private PrepareKafka() {}

    /**
     * @param arguments the administrator's client properties; the rights; the folder where the password of each service is the
     *     file {@code kafka_<service>}; how many replicas of each topic, 1 if left out
     */
    public static void main(String... arguments) throws IOException {
        Map<String, Object> client = new HashMap<>();
        read(arguments[0]).forEach((key, value) -> client.put(key.toString(), value));
        List<KafkaRights> rights = KafkaRights.parse(read(arguments[1]));
        Map<String, String> passwords = passwords(rights, Path.of(arguments[2]));
        short replicas = arguments.length > 3 ? Short.parseShort(arguments[3]) : 1;
        List<String> consumers = rights.stream()
                .filter(KafkaRights::consumes)
                .map(KafkaRights::service)
                .toList();
        List<NewTopic> topics = ProducingConfiguration.topics(PARTITIONS, replicas, consumers);
        new TopicProvisioner(client).provide(topics);
        try (Admin admin = Admin.create(client)) {
            KafkaUsers users = new KafkaUsers(admin);
            users.setPasswords(passwords);
            for (KafkaRights service : rights) {
                users.allowOnly(service.user(), service.bindings());
            }
        }
        log.info("Kafka has its topics, and users with their rights: {}", passwords.keySet());
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        }
        return properties;
    }

    private static Map<String, String> passwords(List<KafkaRights> rights, Path folder) throws IOException {
        Map<String, String> passwords = new HashMap<>();
        for (KafkaRights service : rights) {
            String password = Files.readString(folder.resolve("kafka_" + service.service()))
                    .strip();
            if (password.isEmpty()) {
                throw new IOException(service.service() + " has no password");
            }
            passwords.put(service.service(), password);
        }
        return passwords;
    }
}
