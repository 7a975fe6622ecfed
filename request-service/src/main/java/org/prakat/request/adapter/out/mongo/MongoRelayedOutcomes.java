package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.bson.Document;
import org.prakat.request.application.port.RelayedOutcomes;

/** In the collection {@code relayed_outcomes}: {@code {_id: office, number}}. */
public final class MongoRelayedOutcomes implements RelayedOutcomes {

    private final MongoCollection<Document> collection;

    public MongoRelayedOutcomes(MongoDatabase database) {
        this.collection = database.getCollection("relayed_outcomes");
    }

    @Override
    public long last(String office) {
        return Optional.ofNullable(collection.find(eq(office)).first())
                .map(document -> document.getLong("number"))
                .orElse(0L);
    }

    @Override
    public void reached(String office, long number) {
        collection.updateOne(eq(office), Updates.max("number", number), new UpdateOptions().upsert(true));
    }
}
