package org.prakat.request.adapter.in.office;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.prakat.common.messaging.OfficeTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads what other offices write to their topics, in turns: whose events were just taken waits until everybody else has had a
 * turn, so that nobody is held up by what another sends. Where an event cannot be taken because a server is out, that office's
 * events wait and the event is tried again. Replicas share the offices among them.
 */
final class IntakeTurns implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(IntakeTurns.class);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Intake intake;

    private volatile Set<String> offices = Set.of();
    private volatile long waiting;
    private volatile @Nullable Reading reading;

    /** Deals with an event, or throws what is in the way of that for the moment. */
    @FunctionalInterface
    interface Intake {
        void take(ConsumerRecord<byte[], byte[]> event);
    }

    /** @param consumers makes the consumer; each poll of it is a turn */
    IntakeTurns(Supplier<Consumer<byte[], byte[]>> consumers, Intake intake) {
        this.consumers = consumers;
        this.intake = intake;
    }

    /** The codes of the offices that have a topic, and of which this replica takes care. */
    Set<String> offices() {
        return offices;
    }

    /** Whether they are read here now. */
    boolean isReading() {
        Reading running = reading;
        return running != null && running.thread.isAlive();
    }

    /** How many events of those offices wait, as far as the broker has told. */
    long waiting() {
        return waiting;
    }

    @Override
    public synchronized void start() {
        Reading started = new Reading(consumers.get());
        reading = started;
        started.thread.start();
    }

    @Override
    public synchronized void stop() {
        Reading running = reading;
        reading = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return reading != null;
    }

    private static String code(TopicPartition intake) {
        return OfficeTopics.ofIntake(intake.topic()).orElseThrow().office();
    }

    /** One thread with its consumer, from start to stop. */
    private final class Reading {

        private final Consumer<byte[], byte[]> consumer;
        private final CountDownLatch closing = new CountDownLatch(1);
        private final Thread thread = new Thread(this::run, "office-intake");
        /** Those who have had their turn while others still wait for theirs. */
        private final Set<TopicPartition> served = new HashSet<>();
        /** Those whose next event failed, with the nanosecond from which on it is tried again. */
        private final Map<TopicPartition, Long> failed = new HashMap<>();

        Reading(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
            thread.setUncaughtExceptionHandler((same, error) -> log.error("nobody reads other offices' events", error));
        }

        void stop() {
            closing.countDown();
            consumer.wakeup();
            try {
                thread.join(LONGEST_STOP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void run() {
            try (consumer) {
                consumer.subscribe(OfficeTopics.INTAKES);
                while (closing.getCount() > 0) {
                    round();
                }
            } catch (WakeupException stopped) {
                log.debug("no more events of other offices are read");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                offices = Set.of();
                waiting = 0;
            }
        }

        /** Whatever Kafka has against it passes, or is mended by an administrator; until then it is tried. */
        private void round() throws InterruptedException {
            try {
                turn();
            } catch (WakeupException stopping) {
                throw stopping;
            } catch (RuntimeException e) {
                log.warn("events of other offices wait", e);
                boolean stopped = closing.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
                log.debug("tried again, unless stopped: {}", stopped);
            }
        }

        private void turn() {
            // Nobody waits for new events while old ones wait for their turn.
            ConsumerRecords<byte[], byte[]> events = consumer.poll(served.isEmpty() ? LONGEST_WAIT : Duration.ZERO);
            Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
            for (TopicPartition office : events.partitions()) {
                reached.put(office, new OffsetAndMetadata(take(office, events.records(office))));
            }
            served.addAll(events.partitions());
            if (events.isEmpty()) {
                served.clear();
            }
            letOthersGoFirst();
            waiting = consumer.assignment().stream()
                    .mapToLong(office -> consumer.currentLag(office).orElse(0))
                    .sum();
            offices = consumer.assignment().stream().map(IntakeTurns::code).collect(Collectors.toUnmodifiableSet());
            if (!reached.isEmpty()) {
                consumer.commitSync(reached);
            }
        }

        /** Gives the offset to go on from. */
        private long take(TopicPartition office, List<ConsumerRecord<byte[], byte[]>> events) {
            long next = events.get(0).offset();
            try {
                for (ConsumerRecord<byte[], byte[]> event : events) {
                    intake.take(event);
                    next = event.offset() + 1;
                }
            } catch (RuntimeException outage) {
                log.warn("an event in {} is tried again: {}", office, outage.toString());
                consumer.seek(office, next);
                failed.put(office, System.nanoTime() + PAUSE_AFTER_FAILURE.toNanos());
            }
            return next;
        }

        private void letOthersGoFirst() {
            long now = System.nanoTime();
            failed.values().removeIf(until -> until - now <= 0);
            Set<TopicPartition> waiting = new HashSet<>(served);
            waiting.addAll(failed.keySet());
            waiting.retainAll(consumer.assignment());
            Set<TopicPartition> free = new HashSet<>(consumer.assignment());
            free.removeAll(waiting);
            consumer.pause(waiting);
            consumer.resume(free);
        }
    }
}
