package org.prakat.common.messaging;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;

/**
 * Topics as they grow, seen as a member of no group: every replica notices every event that is told while it runs, commits
 * nothing, and misses what is told while it is away. For events that are to be noticed, not to be acted on.
 */
public final class FollowedTopics implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FollowedTopics.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** How often to look for partitions that were added. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private static final Duration LAST_POLL = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final List<String> topics;
    private final CloudEventCodec codec;
    private final java.util.function.Consumer<Event> listener;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread reader;

    /** @param listener is told one event after the other, and is not to take long */
    public FollowedTopics(
            KafkaProperties kafka,
            List<String> topics,
            CloudEventCodec codec,
            java.util.function.Consumer<Event> listener) {
        this.settings = settings(kafka);
        this.topics = List.copyOf(topics);
        this.codec = codec;
        this.listener = listener;
    }

    private static Map<String, Object> settings(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::follow, "followed-topics");
        thread.setDaemon(true);
        reader = thread;
        thread.start();
    }

    private void follow() {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            while (!isStopping(Duration.ZERO)) {
                lookAndRead(consumer);
            }
        }
    }

    private void lookAndRead(Consumer<String, byte[]> consumer) {
        try {
            look(consumer);
            long looked = System.nanoTime();
            while (System.nanoTime() - looked < LOOK.toNanos() && !isStopping(Duration.ZERO)) {
                consumer.poll(POLL).forEach(this::notice);
            }
        } catch (KafkaException | IllegalStateException e) {
            // Out, or without topics yet: it is there again some time, and nobody waits for what is missed.
            log.warn("the events cannot be followed at the moment: {}", e.toString());
            isStopping(PAUSE);
        }
    }

    /** What has a position keeps it; what is new begins at its end. */
    private void look(Consumer<String, byte[]> consumer) {
        Set<TopicPartition> all = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .collect(Collectors.toCollection(HashSet::new));
        if (!consumer.assignment().equals(all)) {
            consumer.assign(all);
        }
    }

    private void notice(ConsumerRecord<String, byte[]> message) {
        try {
            WireEvent wire = WireEvents.read(message);
            Optional<EventType> type = EventType.named(CloudEventCodec.attribute(wire, "type"));
            type.ifPresent(known -> listener.accept(codec.body(wire, known)));
        } catch (MalformedEventException e) {
            log.debug("an event is passed over: {}", e.toString());
        }
    }

    private boolean isStopping(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void stop() {
        stopping.countDown();
        Thread thread = reader;
        if (thread != null) {
            join(thread);
        }
        reader = null;
    }

    private static void join(Thread thread) {
        try {
            thread.join(LAST_POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return reader != null;
    }
}
