package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.prakat.common.messaging.EventSender;
import org.prakat.common.messaging.OutboxEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the events that documents hold in their outbox, and takes out of it what the broker has acknowledged: right after
 * the commit, and by a sweep what a crashed process left behind. A crash between the acknowledgement and the taking out
 * sends the same event id again, which consumers expect.
 *
 * <p>There is no lease among replicas: whoever sends an event has first seen all before it sent or taken out, so the first
 * arrivals are in order, and a second arrival is recognised by its id (ADR 0003).
 */
public final class OutboxRelay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int WORKERS = 4;
    private static final int SWEEP_LIMIT = 10_000;
    private static final int FORGET_EVERY_MINUTES = 60;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    /**
     * The keeping of order among outboxes.
     *
     * @param interval how often to look for what was left behind
     * @param minimumAge how old it must be, so as not to race the process that wrote it
     * @param keepSent how long to keep what was sent
     */
    public record Sweep(Duration interval, Duration minimumAge, Duration keepSent) {}

    private record Key(String collection, String id) {}

    private final MongoDatabase database;
    private final EventSender sender;
    private final Sweep sweep;
    private final InstantSource clock;
    private final Set<String> collections = new CopyOnWriteArraySet<>();
    private final Set<Key> waiting = ConcurrentHashMap.newKeySet();
    private final Map<Key, Instant> blockedSince = new ConcurrentHashMap<>();
    private final List<ScheduledExecutorService> workers = new ArrayList<>();

    public OutboxRelay(
            MongoDatabase database, EventSender sender, Sweep sweep, InstantSource clock, MeterRegistry meters) {
        this.database = database;
        this.sender = sender;
        this.sweep = sweep;
        this.clock = clock;
        for (int i = 0; i < WORKERS; i++) {
            String name = "outbox-relay-" + i;
            workers.add(Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, name);
                thread.setDaemon(true);
                return thread;
            }));
        }
        Gauge.builder("prakat.outbox.blocked", blockedSince, Map::size)
                .description("documents whose events the broker does not take")
                .register(meters);
        TimeGauge.builder("prakat.outbox.oldest", this, TimeUnit.SECONDS, OutboxRelay::oldestAge)
                .description("how long the oldest event that the broker does not take has been waiting here")
                .register(meters);
    }

    void watch(String collection) {
        collections.add(collection);
    }

    /** Sends what an earlier process left behind, and from then on sweeps in the interval. */
    public void start() {
        ScheduledExecutorService sweeper = workers.get(0);
        sweeper.execute(() -> sweepOlderThan(Duration.ZERO));
        sweeper.scheduleWithFixedDelay(
                () -> sweepOlderThan(sweep.minimumAge()),
                sweep.interval().toMillis(),
                sweep.interval().toMillis(),
                TimeUnit.MILLISECONDS);
        sweeper.scheduleWithFixedDelay(this::forgetSent, FORGET_EVERY_MINUTES, FORGET_EVERY_MINUTES, TimeUnit.MINUTES);
    }

    /** Tells that a document has something to send. Never blocks, never fails: the sweep finds what this misses. */
    void committed(String collection, String id) {
        enqueue(new Key(collection, id), Duration.ZERO);
    }

    /** Since when the oldest event that cannot be sent has been waiting here; empty when none is. */
    public Optional<Instant> blockedSince() {
        return blockedSince.values().stream().min(Instant::compareTo);
    }

    private double oldestAge() {
        return blockedSince()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }

    private void enqueue(Key key, Duration delay) {
        if (!waiting.add(key)) {
            return;
        }
        try {
            workers.get(Math.floorMod(key.hashCode(), WORKERS))
                    .schedule(() -> drain(key), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            waiting.remove(key);
        }
    }

    private void drain(Key key) {
        // Before the look at the document, so that a commit after the look is not passed over.
        waiting.remove(key);
        try {
            List<OutboxEntry> entries = outbox(key);
            sender.send(entries);
            if (!entries.isEmpty()) {
                takeOut(key, entries);
            }
            blockedSince.remove(key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            blockedSince.putIfAbsent(key, clock.instant());
            log.warn("the events of {} {} cannot be sent yet: {}", key.collection(), key.id(), e.toString());
            enqueue(key, RETRY_DELAY);
        }
    }

    private List<OutboxEntry> outbox(Key key) {
        BsonDocument document = database.getCollection(key.collection(), BsonDocument.class)
                .find(eq("_id", key.id()))
                .projection(include("outbox"))
                .first();
        if (document == null) {
            return List.of();
        }
        return document.getArray("outbox").stream()
                .map(BsonValue::asDocument)
                .map(OutboxDocuments::fromBson)
                .toList();
    }

    private void takeOut(Key key, List<OutboxEntry> entries) {
        List<String> sent = entries.stream().map(OutboxEntry::eventId).toList();
        database.getCollection(key.collection())
                .updateOne(eq("_id", key.id()), Updates.pullByFilter(eq("outbox", in("eventId", sent))));
    }

    private void sweepOlderThan(Duration age) {
        try {
            Instant newest = clock.instant().minus(age);
            collections.forEach(collection -> sweep(collection, newest));
        } catch (RuntimeException e) {
            log.warn("the sweep of the outboxes failed and is tried again: {}", e.toString());
        }
    }

    private void forgetSent() {
        try {
            sender.forgetBefore(clock.instant().minus(sweep.keepSent()));
        } catch (RuntimeException e) {
            log.warn("events that were sent long ago are forgotten later: {}", e.toString());
        }
    }

    private void sweep(String collection, Instant newest) {
        for (BsonDocument left : database.getCollection(collection, BsonDocument.class)
                .find(lte("outbox.time", newest))
                .projection(include("_id"))
                .limit(SWEEP_LIMIT)) {
            committed(collection, left.getString("_id").getValue());
        }
    }

    /** Lets the sending of the moment finish. What is left in outboxes is sent by another replica, or at the next start. */
    @Override
    public void close() {
        workers.forEach(ScheduledExecutorService::shutdownNow);
        for (ScheduledExecutorService worker : workers) {
            try {
                worker.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
