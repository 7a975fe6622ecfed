package org.prakat.expiry.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cursor;
import org.prakat.common.domain.Page;
import org.prakat.common.mongo.CursorFilters;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.domain.Deadline;
import org.prakat.expiry.domain.Deadline.Kind;
import org.prakat.expiry.domain.Deadline.Status;

/** Deadlines in the collection {@code deadlines}. */
public final class MongoDeadlines implements Deadlines {

    private final MongoCollection<Document> collection;
    /** This replica, in its claims. */
    private final String self = UUID.randomUUID().toString();

    public MongoDeadlines(MongoDatabase database) {
        this.collection = database.getCollection("deadlines");
        collection.createIndex(Indexes.ascending("status", "dueAt", "_id"));
    }

    @Override
    public boolean add(Deadline deadline) {
        return insert(deadline);
    }

    @Override
    public void cancel(Kind kind, String requestId, int revision) {
        String id = Deadline.id(kind, requestId, revision);
        // One that is not there yet is put there as cancelled, so that its setting finds it.
        Deadline cancelled = new Deadline(id, kind, requestId, revision, Instant.EPOCH, "", Status.CANCELLED);
        if (!insert(cancelled)) {
            collection.updateOne(pending(id), set("status", Status.CANCELLED.name()));
        }
    }

    private boolean insert(Deadline deadline) {
        try {
            collection.insertOne(new Document("_id", deadline.id())
                    .append("kind", deadline.kind().name())
                    .append("requestId", deadline.requestId())
                    .append("revision", deadline.revision())
                    .append("dueAt", deadline.dueAt())
                    .append("eventId", deadline.eventId())
                    .append("status", deadline.status().name())
                    .append("claimedUntil", Instant.EPOCH));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public List<Deadline> pendingBefore(Instant end, int limit) {
        return find(and(eq("status", Status.PENDING.name()), lt("dueAt", end)), limit);
    }

    @Override
    public Page<Deadline> pending(@Nullable String cursor, int limit) {
        Bson filter = and(eq("status", Status.PENDING.name()), CursorFilters.after("dueAt", cursor));
        return Page.of(find(filter, limit), limit, last -> new Cursor(last.dueAt(), last.id()));
    }

    @Override
    public long countPending() {
        return collection.countDocuments(eq("status", Status.PENDING.name()));
    }

    @Override
    public boolean claim(String id, Instant now, Duration lease) {
        Bson free = or(lte("claimedUntil", now), eq("claimedBy", self));
        Bson claimed = combine(set("claimedUntil", now.plus(lease)), set("claimedBy", self));
        return collection.updateOne(and(pending(id), free), claimed).getMatchedCount() == 1;
    }

    @Override
    public void told(String id) {
        collection.updateOne(pending(id), set("status", Status.TOLD.name()));
    }

    private static Bson pending(String id) {
        return and(eq("_id", id), eq("status", Status.PENDING.name()));
    }

    private List<Deadline> find(Bson filter, int limit) {
        List<Deadline> found = new ArrayList<>();
        collection
                .find(filter)
                .sort(ascending("dueAt", "_id"))
                .limit(limit)
                .forEach(document -> found.add(read(document)));
        return found;
    }

    private static Deadline read(Document document) {
        return new Deadline(
                document.getString("_id"),
                Kind.valueOf(document.getString("kind")),
                document.getString("requestId"),
                document.getInteger("revision"),
                document.getDate("dueAt").toInstant(),
                document.getString("eventId"),
                Status.valueOf(document.getString("status")));
    }
}
