package org.prakat.common.messaging;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.prakat.common.event.Topic;
import org.prakat.common.mongo.MongoSentEvents;
import org.prakat.common.mongo.OutboxRelay;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Telling events: the outbox of the aggregates, and the way from there to Kafka. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingProperties.class)
public class ProducingConfiguration {

    /** So long may a send take before it counts as failed and is tried again by the relay. */
    private static final int DELIVERY_TIMEOUT_MILLIS = 10_000;

    @Bean
    CloudEventCodec cloudEventCodec() {
        return new CloudEventCodec();
    }

    @Bean
    EventTraces eventTraces(ObservationRegistry observations) {
        return new EventTraces(observations);
    }

    /** The plain producer: a send is done once every replica in sync has it, and repeats on the way are dropped. */
    @Bean
    Producer<String, byte[]> eventProducer(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildProducerProperties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @Bean
    EventSender eventSender(
            Producer<String, byte[]> producer,
            CloudEventCodec codec,
            MongoDatabase database,
            @Value("${spring.application.name}") String service) {
        return new EventSender(producer, codec, URI.create("/prakat/" + service), new MongoSentEvents(database));
    }

    @Bean
    OutboxRelay outboxRelay(
            MongoDatabase database,
            EventSender sender,
            MessagingProperties properties,
            InstantSource clock,
            MeterRegistry meters) {
        OutboxRelay.Sweep sweep =
                new OutboxRelay.Sweep(properties.sweepInterval(), properties.sweepAge(), properties.keepSent());
        return new OutboxRelay(database, sender, sweep, clock, meters);
    }

    /** Makes the topics and starts the relay, before the consumers start. */
    @Bean
    SmartLifecycle messagingStart(
            OutboxRelay relay,
            KafkaProperties kafka,
            MessagingProperties properties,
            @Value("${spring.application.name}") String service) {
        return new MessagingStart(() -> {
            if (properties.createTopics()) {
                new TopicProvisioner(kafka.buildAdminProperties())
                        .provide(topics(properties.partitions(), properties.replicas(), List.of(service)));
            }
            relay.start();
        });
    }

    /** Those of the events, and the dead letters of these services. */
    static List<NewTopic> topics(int partitions, short replicas, Collection<String> services) {
        List<NewTopic> topics = new ArrayList<>(Arrays.stream(Topic.values())
                .map(topic -> new NewTopic(topic.topicName(), partitions, replicas)
                        .configs(Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                topic.compacted()
                                        ? TopicConfig.CLEANUP_POLICY_COMPACT
                                        : TopicConfig.CLEANUP_POLICY_DELETE)))
                .toList());
        services.forEach(service -> topics.add(new NewTopic(deadLetterTopic(service), 1, replicas)));
        return topics;
    }

    static String deadLetterTopic(String service) {
        return service + ".dead-letters.v1";
    }
}
