package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.prakat.common.messaging.EarlyEvents;
import org.prakat.common.messaging.WireEvent;

/** Early events in the collection {@code early_events}. */
public final class MongoEarlyEvents implements EarlyEvents {

    private final MongoCollection<Document> collection;

    public MongoEarlyEvents(MongoDatabase database) {
        this.collection = database.getCollection("early_events");
        collection.createIndex(Indexes.ascending("subject"));
    }

    @Override
    public void keep(String subject, String eventId, WireEvent event) {
        Document document = WireEventDocuments.toDocument(event)
                .append("_id", eventId)
                .append("subject", subject)
                .append("time", Date.from(Instant.parse(event.attributes().get("time"))));
        collection.replaceOne(eq("_id", eventId), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public List<Kept> about(String subject) {
        List<Kept> kept = new ArrayList<>();
        for (Document document : collection.find(eq("subject", subject)).sort(ascending("time"))) {
            kept.add(new Kept(document.getString("_id"), WireEventDocuments.fromDocument(document)));
        }
        return kept;
    }

    @Override
    public void forget(String eventId) {
        collection.deleteOne(eq("_id", eventId));
    }
}
