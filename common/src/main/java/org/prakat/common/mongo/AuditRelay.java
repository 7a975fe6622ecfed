package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonDocument;
import org.prakat.common.audit.AuditEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves audit entries from the documents in which they were written, together with the change, into the chain of their
 * office. A crash between the two appends the same entry again, which the chain recognises.
 */
public final class AuditRelay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AuditRelay.class);
    private static final int SWEEP_LIMIT = 10_000;
    private static final int AT_ONCE = 200;

    /** Long enough for what people wait for to go first: the events of the same change, and the calls that follow. */
    private static final Duration DELAY = Duration.ofMillis(500);

    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private record Key(String collection, String id) {}

    private final MongoDatabase database;
    private final MongoAuditTrail trail;
    private final Duration sweepInterval;
    private final Set<String> collections = new CopyOnWriteArraySet<>();
    private final Set<Key> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Key> blocked = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean moving = new AtomicBoolean();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "audit-relay");
        thread.setDaemon(true);
        return thread;
    });

    /** @param sweepInterval how often to look for what a crashed process left behind */
    public AuditRelay(MongoDatabase database, MongoAuditTrail trail, Duration sweepInterval, MeterRegistry meters) {
        this.database = database;
        this.trail = trail;
        this.sweepInterval = sweepInterval;
        Gauge.builder("prakat.audit.blocked", blocked, Set::size)
                .description("documents whose audit entries cannot be brought into the chain")
                .register(meters);
    }

    void watch(String collection, MongoAuditTrail.Told things) {
        collections.add(collection);
        trail.tellsOf(things);
    }

    /** Moves what an earlier process left behind, and from then on sweeps in the interval. */
    public void start() {
        worker.scheduleWithFixedDelay(this::sweep, 0, sweepInterval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Tells that a document has an entry. Never blocks, never fails: the sweep finds what this misses. */
    void committed(String collection, String id) {
        waiting.add(new Key(collection, id));
        moveAfter(DELAY);
    }

    private void moveAfter(Duration delay) {
        if (!moving.compareAndSet(false, true)) {
            return;
        }
        try {
            worker.schedule(this::moveWaiting, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            moving.set(false);
        }
    }

    private void moveWaiting() {
        moving.set(false);
        List<Key> batch = waiting.stream().limit(AT_ONCE).toList();
        // Before the look at the documents, so that a commit after the look is not passed over.
        batch.forEach(waiting::remove);
        try {
            batch.stream()
                    .collect(groupingBy(Key::collection, mapping(Key::id, toList())))
                    .forEach(this::move);
            batch.forEach(blocked::remove);
        } catch (RuntimeException e) {
            log.warn("the audit entries of {} documents wait: {}", batch.size(), e.toString());
            waiting.addAll(batch);
            blocked.addAll(batch);
            moveAfter(RETRY_DELAY);
        }
        if (!waiting.isEmpty()) {
            moveAfter(Duration.ZERO);
        }
    }

    private void move(String collection, List<String> ids) {
        List<AuditEntry> entries = new ArrayList<>();
        List<UpdateOneModel<BsonDocument>> takingOut = new ArrayList<>();
        for (BsonDocument document : database.getCollection(collection, BsonDocument.class)
                .find(in("_id", ids))
                .projection(include("audit"))) {
            List<String> found = AuditBodies.idsIn(document);
            if (!found.isEmpty()) {
                entries.addAll(AuditBodies.in(document));
                takingOut.add(new UpdateOneModel<>(
                        eq("_id", document.getString("_id").getValue()),
                        Updates.pullByFilter(eq("audit", in("id", found)))));
            }
        }
        if (!entries.isEmpty()) {
            trail.appendAll(entries);
            database.getCollection(collection, BsonDocument.class).bulkWrite(takingOut);
        }
    }

    private void sweep() {
        try {
            collections.forEach(collection -> database.getCollection(collection, BsonDocument.class)
                    .find(gt("audit.id", ""))
                    .projection(include("_id"))
                    .limit(SWEEP_LIMIT)
                    .forEach(left -> committed(collection, left.getString("_id").getValue())));
        } catch (RuntimeException e) {
            log.warn("the sweep of the audit entries failed and is tried again: {}", e.toString());
        }
    }

    /** What is still in documents is moved by another replica, or at the next start. */
    @Override
    public void close() {
        worker.shutdownNow();
        try {
            worker.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
