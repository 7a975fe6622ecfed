package org.prakat.common.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What another office has on Kafka: a user, a topic that it alone writes to, and a topic that it alone reads (ADR 13). The
 * topic of a record therefore says who wrote it.
 *
 * @param office the code of the office
 */
public record OfficeTopics(String office) {

    /** The intake topics of all offices. */
    public static final Pattern INTAKES = Pattern.compile("office\\.([a-z0-9][a-z0-9-]{1,39})\\.intake\\.v1");

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    /** A little more than the largest event, which has headers. */
    private static final int LARGEST_RECORD = 300_000;

    /** So much of what an office wrote is kept, read or not: who floods its topic fills no disk. */
    private static final long LARGEST_INTAKE = 1L << 30;

    private static final int SEGMENT = 1 << 26;

    /** @throws IllegalArgumentException when it is not the code of an office */
    public OfficeTopics {
        if (!CODE.matcher(office).matches()) {
            throw new IllegalArgumentException(office + " is not the code of an office");
        }
    }

    /** Of the office whose intake topic it is; empty when it is another topic. */
    public static Optional<OfficeTopics> ofIntake(String topic) {
        Matcher intake = INTAKES.matcher(topic);
        return intake.matches() ? Optional.of(new OfficeTopics(intake.group(1))) : Optional.empty();
    }

    /** Where the office writes its events. */
    public String intake() {
        return user() + ".intake.v1";
    }

    /** Where the office reads what became of them. */
    public String outcomes() {
        return user() + ".events.v1";
    }

    /** Its name on Kafka. */
    public String user() {
        return "office." + office;
    }

    /** One partition each: the events of an office are dealt with, and its outcomes told, in their order. */
    public List<NewTopic> topics(short replicas) {
        return List.of(
                new NewTopic(intake(), 1, replicas)
                        .configs(Map.of(
                                // So the broker unpacks what comes, and holds it to the next line, before it keeps it
                                // (ADR 14).
                                TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed",
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(LARGEST_RECORD),
                                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                                TopicConfig.RETENTION_BYTES_CONFIG, String.valueOf(LARGEST_INTAKE),
                                TopicConfig.SEGMENT_BYTES_CONFIG, String.valueOf(SEGMENT))),
                new NewTopic(outcomes(), 1, replicas));
    }

    List<AclBinding> bindings() {
        KafkaUser user = new KafkaUser(user());
        List<AclBinding> bindings = new ArrayList<>();
        bindings.add(user.allow(ResourceType.TOPIC, intake(), PatternType.LITERAL, AclOperation.WRITE));
        bindings.add(user.allow(ResourceType.TOPIC, outcomes(), PatternType.LITERAL, AclOperation.READ));
        // With the dot, so that no office's groups are among those of one whose code begins like its own.
        bindings.add(user.allow(ResourceType.GROUP, user() + ".", PatternType.PREFIXED, AclOperation.READ));
        return bindings;
    }
}
