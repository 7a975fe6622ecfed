package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.prakat.common.messaging.OutboxEntry;
import org.prakat.common.messaging.SentEvents;

/** Sent events in the collection {@code sent_events}. */
public final class MongoSentEvents implements SentEvents {

    private final MongoCollection<BsonDocument> collection;

    public MongoSentEvents(MongoDatabase database) {
        this.collection = database.getCollection("sent_events", BsonDocument.class);
        collection.createIndex(Indexes.ascending("time", "sequence"));
    }

    @Override
    public void keep(List<OutboxEntry> events) {
        collection.bulkWrite(events.stream()
                .map(event -> new ReplaceOneModel<>(
                        eq("_id", event.eventId()), OutboxDocuments.toBson(event), new ReplaceOptions().upsert(true)))
                .toList());
    }

    @Override
    public void forEachSince(Instant from, Consumer<OutboxEntry> each) {
        collection
                .find(gte("time", Date.from(from)))
                .sort(ascending("time", "sequence"))
                .forEach(document -> each.accept(OutboxDocuments.fromBson(document)));
    }

    @Override
    public void forgetBefore(Instant moment) {
        collection.deleteMany(lt("time", Date.from(moment)));
    }
}
