package org.prakat.common.messaging;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics that are missing. In containers an init job does it, with the rights to do so. */
public final class TopicProvisioner {

    private static final Logger log = LoggerFactory.getLogger(TopicProvisioner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, Object> adminProperties;

    public TopicProvisioner(Map<String, Object> adminProperties) {
        this.adminProperties = Map.copyOf(adminProperties);
    }

    /**
     * Makes those of the topics that are not there.
     *
     * @throws IllegalStateException when the broker does not answer in time or refuses
     */
    public void provide(List<NewTopic> topics) {
        try (Admin admin = Admin.create(adminProperties)) {
            for (var made : admin.createTopics(topics).values().entrySet()) {
                await(made.getKey(), made.getValue());
            }
        }
    }

    /**
     * Makes those of the topics that are not there, and gives the others the settings that these have.
     *
     * @throws IllegalStateException when the broker does not answer in time or refuses
     */
    public void provideWithSettings(List<NewTopic> topics) {
        provide(topics);
        Map<ConfigResource, Collection<AlterConfigOp>> settings = new HashMap<>();
        topics.stream()
                .filter(topic -> topic.configs() != null)
                .forEach(topic -> settings.put(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        topic.configs().entrySet().stream()
                                .map(entry -> new AlterConfigOp(
                                        new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                                .toList()));
        try (Admin admin = Admin.create(adminProperties)) {
            admin.incrementalAlterConfigs(settings).values().forEach((topic, set) -> await(topic.name(), set));
        }
    }

    private static void await(String topic, KafkaFuture<Void> made) {
        try {
            made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            log.info("topic {} is as it is to be", topic);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + topic + " cannot be made or changed", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("topic " + topic + " cannot be made in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
