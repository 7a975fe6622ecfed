package org.prakat.expiry.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
import org.prakat.expiry.domain.Stamp;

/**
 * Deadlines in the collection {@code deadlines}; what called some off in {@code cancellations}, so that one that is set after it
 * was called off, which reordering can bring about, stays off.
 */
public final class MongoDeadlines implements Deadlines {

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> cancellations;
    /** This replica, in its claims. */
    private final String self = UUID.randomUUID().toString();

    public MongoDeadlines(MongoDatabase database) {
        this.collection = database.getCollection("deadlines");
        collection.createIndex(Indexes.ascending("status", "dueAt", "_id"));
        collection.createIndex(Indexes.ascending("status", "kind", "dueAt", "_id"));
        collection.createIndex(Indexes.ascending("requestId"));
        this.cancellations = database.getCollection("cancellations");
        cancellations.createIndex(Indexes.ascending("requestId"));
    }

    @Override
    public List<Deadline> add(List<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return List.of();
        }
        // Before the insertion, so that what is off is never there to be told, not for a moment. After it again, as a
        // cancellation is marked first: whichever comes first, one sees the other. And also for what was there already:
        // who put it down may have died before the second look.
        Set<String> offBefore = calledOff(deadlines.get(0));
        List<Deadline> added = insert(without(offBefore, deadlines));
        Set<String> off = calledOff(deadlines.get(0));
        List<String> left =
                deadlines.stream().filter(isOf(off)).map(Deadline::id).toList();
        if (!left.isEmpty()) {
            collection.updateMany(
                    and(in("_id", left), eq("status", Status.PENDING.name())), set("status", Status.CANCELLED.name()));
        }
        return without(off, added);
    }

    private static List<Deadline> without(Set<String> kinds, List<Deadline> deadlines) {
        return deadlines.stream().filter(Predicate.not(isOf(kinds))).toList();
    }

    private static Predicate<Deadline> isOf(Set<String> kinds) {
        return deadline -> kinds.contains(deadline.kind().name());
    }

    /** Those of them that were not there. */
    private List<Deadline> insert(List<Deadline> deadlines) {
        if (deadlines.isEmpty()) {
            return List.of();
        }
        Set<Integer> there = new HashSet<>();
        try {
            collection.insertMany(
                    deadlines.stream().map(MongoDeadlines::write).toList(), new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean onlyThere = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!onlyThere) {
                throw e;
            }
            e.getWriteErrors().forEach(error -> there.add(error.getIndex()));
        }
        return IntStream.range(0, deadlines.size())
                .filter(index -> !there.contains(index))
                .mapToObj(deadlines::get)
                .toList();
    }

    private static Document write(Deadline deadline) {
        return new Document("_id", deadline.id())
                .append("kind", deadline.kind().name())
                .append("requestId", deadline.requestId())
                .append("revision", deadline.revision())
                .append("about", deadline.about())
                .append("dueAt", deadline.dueAt())
                .append("setAt", deadline.set().at())
                .append("setSequence", deadline.set().sequence())
                .append("eventId", deadline.eventId())
                .append("status", deadline.status().name())
                .append("claimedUntil", Instant.EPOCH);
    }

    /** The kinds of which what was set at the same time as this one, for the same request, is off. */
    private Set<String> calledOff(Deadline deadline) {
        Bson later = or(
                gt("at", deadline.set().at()),
                and(
                        eq("at", deadline.set().at()),
                        gte("sequence", deadline.set().sequence())));
        Set<String> kinds = new HashSet<>();
        cancellations
                .find(and(eq("requestId", deadline.requestId()), later))
                .projection(include("kinds"))
                .forEach(mark -> kinds.addAll(mark.getList("kinds", String.class)));
        return kinds;
    }

    @Override
    public void cancel(Set<Kind> kinds, String requestId, Stamp upTo) {
        List<String> names = kinds.stream().map(Kind::name).sorted().toList();
        // Of two events at the same time, neither replaces what the other marked.
        String id = requestId + "/" + String.join("+", names) + "/" + upTo.at() + "/" + upTo.sequence();
        Document mark = new Document("_id", id)
                .append("requestId", requestId)
                .append("kinds", names)
                .append("at", upTo.at())
                .append("sequence", upTo.sequence());
        cancellations.replaceOne(eq("_id", id), mark, new ReplaceOptions().upsert(true));
        Bson setBefore = or(lt("setAt", upTo.at()), and(eq("setAt", upTo.at()), lte("setSequence", upTo.sequence())));
        collection.updateMany(
                and(eq("requestId", requestId), in("kind", names), eq("status", Status.PENDING.name()), setBefore),
                set("status", Status.CANCELLED.name()));
    }

    @Override
    public List<Deadline> pendingBefore(Instant end, int limit) {
        return find(and(eq("status", Status.PENDING.name()), lt("dueAt", end)), limit);
    }

    @Override
    public Page<Deadline> pending(Selection selection, @Nullable String cursor, int limit) {
        Bson filter = and(pending(selection), CursorFilters.after("dueAt", cursor));
        return Page.of(find(filter, limit), limit, last -> new Cursor(last.dueAt(), last.id()));
    }

    @Override
    public long countPending() {
        return collection.countDocuments(eq("status", Status.PENDING.name()));
    }

    @Override
    public int countOverdue(Selection selection, Instant now, int most) {
        Bson filter = and(pending(selection), lte("dueAt", now));
        return Math.toIntExact(collection.countDocuments(filter, new CountOptions().limit(most)));
    }

    private static Bson pending(Selection selection) {
        List<Bson> filters = new ArrayList<>(List.of(eq("status", Status.PENDING.name())));
        if (selection.kind() != null) {
            filters.add(eq("kind", selection.kind().name()));
        }
        if (selection.requestId() != null) {
            filters.add(eq("requestId", selection.requestId()));
        }
        return and(filters);
    }

    @Override
    public boolean claim(String id, Instant now, Duration lease) {
        Bson free = or(lte("claimedUntil", now), eq("claimedBy", self));
        Bson claimed = combine(set("claimedUntil", now.plus(lease)), set("claimedBy", self));
        return collection.updateOne(and(pending(id), free), claimed).getMatchedCount() == 1;
    }

    @Override
    public void skipped(String id) {
        collection.updateOne(pending(id), set("status", Status.CANCELLED.name()));
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
                document.getDate("about").toInstant(),
                document.getDate("dueAt").toInstant(),
                new Stamp(document.getDate("setAt").toInstant(), document.getLong("setSequence")),
                document.getString("eventId"),
                Status.valueOf(document.getString("status")));
    }
}
