package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    /** Long enough for what people wait for to go first: the events of the same change, and the calls that follow. */
    private static final Duration DELAY = Duration.ofMillis(500);

    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private record Key(String collection, String id) {}

    private final MongoDatabase database;
    private final MongoAuditTrail trail;
    private final Duration sweepInterval;
    private final Set<String> collections = new CopyOnWriteArraySet<>();
    private final Set<Key> waiting = ConcurrentHashMap.newKeySet();
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
        Gauge.builder("prakat.audit.waiting", waiting, Set::size)
                .description("documents whose audit entries are not in the chain yet")
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
        enqueue(new Key(collection, id), DELAY);
    }

    private void enqueue(Key key, Duration delay) {
        if (!waiting.add(key)) {
            return;
        }
        try {
            worker.schedule(() -> move(key), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            waiting.remove(key);
        }
    }

    private void move(Key key) {
        // Before the look at the document, so that a commit after the look is not passed over.
        waiting.remove(key);
        try {
            List<AuditEntry> entries = entries(key);
            entries.forEach(trail::append);
            if (!entries.isEmpty()) {
                takeOut(key, entries);
            }
        } catch (RuntimeException e) {
            log.warn("the audit entries of {} {} wait: {}", key.collection(), key.id(), e.toString());
            enqueue(key, RETRY_DELAY);
        }
    }

    private List<AuditEntry> entries(Key key) {
        BsonDocument document = database.getCollection(key.collection(), BsonDocument.class)
                .find(eq("_id", key.id()))
                .projection(include("audit"))
                .first();
        return document == null ? List.of() : AuditBodies.in(document);
    }

    private void takeOut(Key key, List<AuditEntry> entries) {
        List<String> moved = entries.stream().map(AuditEntry::id).toList();
        database.getCollection(key.collection())
                .updateOne(eq("_id", key.id()), Updates.pullByFilter(eq("audit", in("id", moved))));
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
