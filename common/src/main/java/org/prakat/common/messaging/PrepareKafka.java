package org.prakat.common.messaging;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics, the users and their rights on a Kafka that asks for passwords. Runs once before the services start, as the
 * administrator, and may run again: then it sets passwords and rights as they are to be now.
 */
public final class PrepareKafka {

    private static final Logger log = LoggerFactory.getLogger(PrepareKafka.class);
    private static final long PATIENCE_SECONDS = 60;
    /** The work that somebody has who stole the hashes and tries passwords. */
    private static final int ITERATIONS = 8192;

    private static final int PARTITIONS = 12;

    private final Admin admin;

    private PrepareKafka(Admin admin) {
        this.admin = admin;
    }

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
            PrepareKafka preparation = new PrepareKafka(admin);
            preparation.setPasswords(passwords);
            for (KafkaRights service : rights) {
                preparation.grant(service);
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

    private void setPasswords(Map<String, String> passwords) {
        List<UserScramCredentialAlteration> changes = new ArrayList<>();
        passwords.forEach((user, password) -> changes.add(new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password)));
        await(admin.alterUserScramCredentials(changes).all());
    }

    /** Exactly these rights: what the service was allowed before and no longer is, goes. */
    private void grant(KafkaRights service) {
        Collection<AclBinding> wanted = service.bindings();
        Set<AclBinding> superfluous = new HashSet<>(await(admin.describeAcls(new AclBindingFilter(
                        ResourcePatternFilter.ANY,
                        new AccessControlEntryFilter(
                                service.principal(), null, AclOperation.ANY, AclPermissionType.ANY)))
                .values()));
        wanted.forEach(superfluous::remove);
        await(admin.createAcls(wanted).all());
        await(admin.deleteAcls(superfluous.stream().map(AclBinding::toFilter).toList())
                .all());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka cannot be prepared", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
