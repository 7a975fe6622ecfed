package org.prakat.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.prakat.embedded.EmbeddedKafka;
import org.prakat.embedded.OfficesListener;

/**
 * What the two protocols of Kafka's consumer groups cost while consumers come and go (ADR 29): a record each ten milliseconds on twelve
 * partitions, read by one consumer, by three, by one again. The longest time from a record's writing to its reading is the longest gap.
 */
public final class RebalanceBench {

    private static final int ROUNDS = Integer.getInteger("rounds", 8);
    private static final int PARTITIONS = 12;
    private static final int EVERY_MILLIS = 10;
    private static final int SETTLE_MILLIS = 4_000;
    private static final int MORE = 2;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final String servers;
    private final AtomicLong longestNanos = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private RebalanceBench(String servers) {
        this.servers = servers;
    }

    public static void main(String[] arguments) throws Exception {
        Path data = Files.createTempDirectory("prakat-rebalance-bench");
        try (EmbeddedKafka kafka = new EmbeddedKafka(data, 0, OfficesListener.onThisMachine(0))) {
            RebalanceBench bench = new RebalanceBench(kafka.bootstrapServers());
            for (int round = 0; round < ROUNDS; round++) {
                bench.measure("classic", round);
                bench.measure("consumer", round);
            }
            bench.threads.shutdown();
        } finally {
            Bench.delete(data);
        }
    }

    private void measure(String protocol, int round) throws Exception {
        String topic = protocol + round;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (KafkaProducer<Long, Long> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "linger.ms", 0), new LongSerializer(), new LongSerializer())) {
            AtomicLong number = new AtomicLong();
            Reader first = new Reader(topic, protocol);
            clock.scheduleAtFixedRate(
                    () -> producer.send(new ProducerRecord<>(
                            topic, (int) (number.incrementAndGet() % PARTITIONS), 0L, System.nanoTime())),
                    0,
                    EVERY_MILLIS,
                    TimeUnit.MILLISECONDS);
            gap();
            long calm = gap();
            List<Reader> more = new ArrayList<>();
            for (int i = 0; i < MORE; i++) {
                more.add(new Reader(topic, protocol));
            }
            long coming = gap();
            for (Reader reader : more) {
                reader.leave();
            }
            long going = gap();
            out.printf("%-9s calm %5d ms   1 -> 3 %5d ms   3 -> 1 %5d ms%n", protocol, calm, coming, going);
            first.leave();
        } finally {
            clock.shutdownNow();
        }
    }

    /** The longest of what is read from now on, until it has settled. */
    private long gap() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
        return TimeUnit.NANOSECONDS.toMillis(longestNanos.getAndSet(0));
    }

    /** A consumer in a thread of its own, which commits what it has read, as the services do. */
    private final class Reader {

        private final String topic;
        private final String protocol;
        private final Future<?> work;
        private volatile boolean leaving;

        Reader(String topic, String protocol) {
            this.topic = topic;
            this.protocol = protocol;
            this.work = threads.submit(this::read);
        }

        private void read() {
            Map<String, Object> settings = Map.of(
                    "bootstrap.servers", servers,
                    "group.id", topic,
                    "group.protocol", protocol,
                    "auto.offset.reset", "latest",
                    "enable.auto.commit", false);
            try (KafkaConsumer<Long, Long> consumer =
                    new KafkaConsumer<>(settings, new LongDeserializer(), new LongDeserializer())) {
                consumer.subscribe(List.of(topic));
                while (!leaving) {
                    for (ConsumerRecord<Long, Long> entry : consumer.poll(Duration.ofMillis(100))) {
                        longestNanos.accumulateAndGet(System.nanoTime() - entry.value(), Math::max);
                    }
                    commit(consumer);
                }
            }
        }

        private static void commit(KafkaConsumer<Long, Long> consumer) {
            try {
                consumer.commitSync();
            } catch (CommitFailedException e) {
                // Partitions have moved meanwhile; whoever has them now reads from the last commit.
            }
        }

        void leave() throws Exception {
            leaving = true;
            work.get();
        }
    }
}
