package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cursor;
import org.prakat.common.domain.Page;
import org.prakat.common.mongo.CursorFilters;
import org.prakat.request.application.port.Notices;
import org.prakat.request.domain.Notice;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notices in the collection {@code notices}: {@code {_id, recipient, at, readAt, mailAt, body}}. The field {@code mailAt} says
 * from when on the notice may be taken for mail; it is gone once the mail is out.
 */
public final class MongoNotices implements Notices {

    private final MongoCollection<Document> collection;
    private final JsonMapper json = JsonMapper.shared();

    public MongoNotices(MongoDatabase database) {
        this.collection = database.getCollection("notices");
        collection.createIndex(Indexes.descending("recipient", "at", "_id"));
        collection.createIndex(Indexes.ascending("recipient", "readAt"));
        collection.createIndex(Indexes.ascending("mailAt"));
    }

    @Override
    public void add(Notice notice) {
        try {
            collection.insertOne(new Document("_id", notice.id())
                    .append("recipient", notice.recipient())
                    .append("at", notice.at())
                    .append("mailAt", notice.at())
                    .append("body", json.writeValueAsString(notice)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public Page<Notice> of(String recipient, @Nullable String cursor, int limit) {
        Bson filter = and(eq("recipient", recipient), CursorFilters.before("at", cursor));
        List<Notice> found = new ArrayList<>();
        collection
                .find(filter)
                .sort(descending("at", "_id"))
                .limit(limit)
                .forEach(document -> found.add(read(document)));
        return Page.of(found, limit, last -> new Cursor(last.at(), last.id()));
    }

    @Override
    public long unread(String recipient) {
        return collection.countDocuments(and(eq("recipient", recipient), eq("readAt", null)));
    }

    @Override
    public boolean markRead(String id, String recipient, Instant at) {
        return collection
                        .updateOne(and(eq("_id", id), eq("recipient", recipient)), set("readAt", at))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public List<Notice> takeForMail(Instant now, Duration lease, int limit) {
        List<Notice> taken = new ArrayList<>();
        FindOneAndUpdateOptions oldestFirst = new FindOneAndUpdateOptions().sort(ascending("mailAt"));
        while (taken.size() < limit) {
            Document next =
                    collection.findOneAndUpdate(lte("mailAt", now), set("mailAt", now.plus(lease)), oldestFirst);
            if (next == null) {
                break;
            }
            taken.add(read(next));
        }
        return taken;
    }

    @Override
    public void postpone(String id, Instant until) {
        collection.updateOne(eq("_id", id), set("mailAt", until));
    }

    @Override
    public void mailed(String id) {
        collection.updateOne(eq("_id", id), combine(unset("mailAt"), set("mailed", true)));
    }

    private Notice read(Document document) {
        Notice notice = json.readValue(document.getString("body"), Notice.class);
        Instant readAt = Optional.ofNullable(document.getDate("readAt"))
                .map(Date::toInstant)
                .orElse(null);
        return notice.read(readAt);
    }
}
