package org.prakat.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The baseline of an event's way: a plain producer and a plain consumer on the same broker. */
final class RawHop {

    private RawHop() {}

    /** How long it takes from the call of send until poll has returned the record. */
    static Percentiles measure(String broker, int rounds, int size) throws Exception {
        String topic = "bench-" + UUID.randomUUID();
        Map<String, Object> server = Map.of("bootstrap.servers", broker);
        try (Admin admin = Admin.create(server)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        Map<String, Object> producing = Map.of("bootstrap.servers", broker, "linger.ms", 0, "acks", "all");
        long[] nanos = new long[rounds];
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer());
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(server, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(consumer.assignment());
            hop(producer, consumer, topic, size);
            for (int i = 0; i < rounds; i++) {
                long begin = System.nanoTime();
                hop(producer, consumer, topic, size);
                nanos[i] = System.nanoTime() - begin;
            }
        }
        return Percentiles.of(nanos);
    }

    private static void hop(
            KafkaProducer<byte[], byte[]> producer, KafkaConsumer<byte[], byte[]> consumer, String topic, int size)
            throws Exception {
        producer.send(new ProducerRecord<>(topic, new byte[size])).get();
        while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
            Thread.onSpinWait();
        }
    }
}
