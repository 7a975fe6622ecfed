package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.prakat.request.application.port.Deliveries;
import org.prakat.request.domain.Delivery;

/** The choices in the collection {@code deliveries}: {@code {_id: person, delivery}}. */
public final class MongoDeliveries implements Deliveries {

    private final MongoCollection<Document> collection;

    public MongoDeliveries(MongoDatabase database) {
        this.collection = database.getCollection("deliveries");
    }

    @Override
    public Delivery of(String person) {
        return Optional.ofNullable(collection.find(eq("_id", person)).first())
                .map(document -> Delivery.valueOf(document.getString("delivery")))
                .orElse(Delivery.AT_ONCE);
    }

    @Override
    public void choose(String person, Delivery delivery) {
        Document choice = new Document("_id", person).append("delivery", delivery.name());
        collection.replaceOne(eq("_id", person), choice, new ReplaceOptions().upsert(true));
    }
}
