package org.prakat.common.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.prakat.common.event.Topic;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.WireEvent;
import org.prakat.testing.BackingServers;

/** Reads what a service tells, from the beginning of its topic. */
public final class ToldEvents implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final CloudEventCodec codec = new CloudEventCodec();
    private final List<WireEvent> seen = new ArrayList<>();

    public ToldEvents(Topic topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", BackingServers.get().kafkaBootstrapServers(), "auto.offset.reset", "earliest");
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic.topicName()).stream()
                .map(part -> new TopicPartition(part.topic(), part.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Waits for an event of this type about this subject. */
    public <E extends Event> E await(Class<E> type, String subject) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> about(type, subject).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    /** Those that have been told by now. */
    public <E extends Event> List<E> all(Class<E> type, String subject) {
        return about(type, subject).toList();
    }

    /** The ids of those that have been told by now. */
    public List<String> ids(Class<? extends Event> type, String subject) {
        poll();
        return matching(type, subject)
                .map(event -> event.attributes().get("id"))
                .toList();
    }

    /** All events of a type that have been told by now, the last of each subject. */
    public <E extends Event> Map<String, E> bySubject(Class<E> type) {
        int before;
        do {
            before = seen.size();
            poll();
        } while (seen.size() > before);
        String name = EventType.of(type).wireName();
        Map<String, E> found = new HashMap<>();
        seen.stream()
                .filter(event -> name.equals(event.attributes().get("type")))
                .forEach(event -> found.put(event.key(), type.cast(codec.body(event, EventType.of(type)))));
        return found;
    }

    private <E extends Event> Stream<E> about(Class<E> type, String subject) {
        poll();
        return matching(type, subject).map(event -> type.cast(codec.body(event, EventType.of(type))));
    }

    private Stream<WireEvent> matching(Class<? extends Event> type, String subject) {
        String name = EventType.of(type).wireName();
        return seen.stream()
                .filter(event -> subject.equals(event.key()))
                .filter(event -> name.equals(event.attributes().get("type")));
    }

    private void poll() {
        consumer.poll(Duration.ofMillis(100)).forEach(event -> seen.add(read(event)));
    }

    private static WireEvent read(ConsumerRecord<String, byte[]> event) {
        Map<String, String> attributes = new HashMap<>();
        event.headers()
                .forEach(header -> attributes.put(
                        header.key().replaceFirst("^ce_", ""), new String(header.value(), StandardCharsets.UTF_8)));
        return new WireEvent(event.topic(), event.key(), attributes, event.value());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
