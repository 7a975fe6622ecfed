package org.prakat.common.messaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What one service may do on a Kafka that asks for it: write to its own topics, read those it acts on, and keep dead letters if
 * it acts on any. It consumes under names that begin with its own. What it only follows it reads without any name, and commits nothing.
 */
record KafkaRights(String service, Set<String> writes, Set<String> reads, Set<String> follows) {

    private static final String WRITES = ".writes";
    private static final String READS = ".reads";
    private static final String FOLLOWS = ".follows";
    private static final String ANY_ENDING = "*";

    /**
     * Reads {@code <service>.writes}, {@code <service>.reads} and {@code <service>.follows}, each a list of topics with commas. One that
     * ends in an asterisk means all that begin so.
     *
     * @throws IllegalArgumentException when a key is none of them
     */
    static List<KafkaRights> parse(Properties properties) {
        Set<String> services = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            services.add(service(key));
        }
        return services.stream()
                .map(service -> new KafkaRights(
                        service,
                        topics(properties, service + WRITES),
                        topics(properties, service + READS),
                        topics(properties, service + FOLLOWS)))
                .toList();
    }

    private static String service(String key) {
        return Stream.of(WRITES, READS, FOLLOWS)
                .filter(key::endsWith)
                .map(ending -> key.substring(0, key.length() - ending.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " is none of writes, reads and follows"));
    }

    private static Set<String> topics(Properties properties, String key) {
        Set<String> topics =
                new TreeSet<>(Arrays.asList(properties.getProperty(key, "").split("\\s*,\\s*")));
        topics.remove("");
        return topics;
    }

    /** Whether it acts on events, and so may have some that it cannot handle. */
    boolean consumes() {
        return !reads.isEmpty();
    }

    KafkaUser user() {
        return new KafkaUser(service);
    }

    Collection<AclBinding> bindings() {
        List<AclBinding> bindings = new ArrayList<>();
        writes.forEach(topic -> bindings.add(onTopic(topic, AclOperation.WRITE)));
        reads.forEach(topic -> bindings.add(onTopic(topic, AclOperation.READ)));
        follows.forEach(topic -> bindings.add(onTopic(topic, AclOperation.READ)));
        if (consumes()) {
            String deadLetters = ProducingConfiguration.deadLetterTopic(service);
            bindings.add(onTopic(deadLetters, AclOperation.WRITE));
            bindings.add(onTopic(deadLetters, AclOperation.READ));
            bindings.add(user().allow(ResourceType.GROUP, service, PatternType.PREFIXED, AclOperation.READ));
        }
        return bindings;
    }

    private AclBinding onTopic(String topic, AclOperation operation) {
        return topic.endsWith(ANY_ENDING)
                ? user().allow(
                                ResourceType.TOPIC,
                                topic.substring(0, topic.length() - ANY_ENDING.length()),
                                PatternType.PREFIXED,
                                operation)
                : user().allow(ResourceType.TOPIC, topic, PatternType.LITERAL, operation);
    }
}
