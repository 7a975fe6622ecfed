package org.prakat.request;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.prakat.common.messaging.OfficeTopics;
import org.prakat.common.messaging.TopicProvisioner;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.testing.BackingServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of another office that writes to its topic, and reads what became of it. */
final class OfficeTopicsCaller implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServiceUnderTest service;
    private final OfficeTopics topics;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();

    OfficeTopicsCaller(ServiceUnderTest service, String office) {
        this.service = service;
        this.topics = new OfficeTopics(office);
        Map<String, Object> server =
                Map.of("bootstrap.servers", BackingServers.get().kafkaBootstrapServers());
        new TopicProvisioner(server).provide(topics.topics((short) 1));
        consumer = new KafkaConsumer<>(server, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topics.outcomes(), 0)));
        consumer.seekToBeginning(consumer.assignment());
    }

    /** An event as {@link OfficeCaller} makes them, in binary mode. */
    void write(Map<String, Object> event) {
        service.tell(record(event));
    }

    /** The same, without waiting until it is there. */
    Future<RecordMetadata> send(Map<String, Object> event) {
        return service.send(record(event));
    }

    private ProducerRecord<String, byte[]> record(Map<String, Object> event) {
        ProducerRecord<String, byte[]> written =
                record(JsonMapper.shared().writeValueAsBytes(event.get("data")), "content-type", "application/json");
        event.forEach((name, value) -> {
            if (!name.startsWith("data")) {
                written.headers().add("ce_" + name, value.toString().getBytes(StandardCharsets.UTF_8));
            }
        });
        return written;
    }

    /** Any record. */
    void write(byte[] body, String... headers) {
        service.tell(record(body, headers));
    }

    /** The same, without waiting until it is there. */
    Future<RecordMetadata> send(byte[] body, String... headers) {
        return service.send(record(body, headers));
    }

    /** Any data, packed by a producer that knows no bounds. Throws what the broker has against it. */
    void writePacked(String codec, byte[] body) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                BackingServers.get().kafkaBootstrapServers(),
                "compression.type",
                codec,
                "max.request.size",
                2 * body.length,
                "buffer.memory",
                2L * body.length);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record(body, "content-type", "application/json")).get();
        }
    }

    private ProducerRecord<String, byte[]> record(byte[] body, String... headers) {
        ProducerRecord<String, byte[]> written = new ProducerRecord<>(topics.intake(), body);
        for (int i = 0; i < headers.length; i += 2) {
            written.headers().add(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return written;
    }

    /** Waits until so many outcomes have come since the beginning, and gives them as they lie on the topic. */
    List<ConsumerRecord<byte[], byte[]>> outcomes(int count) {
        Awaitility.await().atMost(PATIENCE.plusMillis(10L * count)).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(read::add);
            return read.size() >= count;
        });
        return List.copyOf(read);
    }

    /** The data of those that say that an event was not taken. */
    List<JsonNode> refusals(int count) {
        return outcomes(count).stream()
                .filter(outcome -> read(outcome).getType().equals("office.request.refused.v1"))
                .map(outcome -> JsonMapper.shared().readTree(outcome.value()))
                .toList();
    }

    /** As the SDK's own deserializer reads it. */
    static CloudEvent read(ConsumerRecord<byte[], byte[]> outcome) {
        try (CloudEventDeserializer deserializer = new CloudEventDeserializer()) {
            return deserializer.deserialize(outcome.topic(), outcome.headers(), outcome.value());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
