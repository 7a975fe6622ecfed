package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cursor;
import org.prakat.common.domain.Page;
import org.prakat.common.messaging.DeadLetter;
import org.prakat.common.messaging.DeadLetter.Status;
import org.prakat.common.messaging.DeadLetters;

/** Dead letters in the collection {@code dead_letters}. */
public final class MongoDeadLetters implements DeadLetters {

    private final MongoCollection<Document> collection;

    public MongoDeadLetters(MongoDatabase database) {
        this.collection = database.getCollection("dead_letters");
        collection.createIndex(Indexes.descending("status", "at", "_id"));
    }

    @Override
    public void keep(DeadLetter letter) {
        Bson onInsert = combine(
                setOnInsert("event", WireEventDocuments.toDocument(letter.event())),
                setOnInsert("reason", letter.reason()),
                setOnInsert("at", Date.from(letter.at())),
                setOnInsert("status", letter.status().name()));
        collection.updateOne(eq("_id", letter.id()), onInsert, new UpdateOptions().upsert(true));
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(MongoDeadLetters::read);
    }

    @Override
    public Page<DeadLetter> list(Status status, @Nullable String cursor, int limit) {
        Bson filter = and(eq("status", status.name()), CursorFilters.before("at", cursor));
        List<DeadLetter> found = new ArrayList<>();
        collection
                .find(filter)
                .sort(descending("at", "_id"))
                .limit(limit)
                .forEach(document -> found.add(read(document)));
        return Page.of(found, limit, last -> new Cursor(last.at(), last.id()));
    }

    @Override
    public boolean settle(String id, Status status, String by, @Nullable String remark) {
        Bson waiting = and(eq("_id", id), eq("status", Status.WAITING.name()));
        Bson settled = combine(set("status", status.name()), set("settledBy", by), set("remark", remark));
        return collection.updateOne(waiting, settled).getModifiedCount() == 1;
    }

    private static DeadLetter read(Document document) {
        return new DeadLetter(
                document.getString("_id"),
                WireEventDocuments.fromDocument(document.get("event", Document.class)),
                document.getString("reason"),
                document.getDate("at").toInstant(),
                Status.valueOf(document.getString("status")),
                document.getString("settledBy"),
                document.getString("remark"));
    }
}
