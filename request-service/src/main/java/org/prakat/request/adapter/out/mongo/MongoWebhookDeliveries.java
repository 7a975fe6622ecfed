package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.prakat.request.application.port.WebhookDeliveries;
import org.prakat.request.domain.WebhookDelivery;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries in the collection {@code webhook_deliveries}: {@code {_id: office/number, office, number, state, dueAt, lastAt, body}}. */
public final class MongoWebhookDeliveries implements WebhookDeliveries {

    private static final String OFFICE = "office";
    private static final String NUMBER = "number";
    private static final String STATE = "state";
    private static final String DUE_AT = "dueAt";
    private static final String LAST_AT = "lastAt";
    private static final String WAITING = WebhookDelivery.State.WAITING.name();

    private final MongoCollection<Document> collection;
    private final JsonMapper json = JsonMapper.shared();

    public MongoWebhookDeliveries(MongoDatabase database) {
        this.collection = database.getCollection("webhook_deliveries");
        collection.createIndex(Indexes.ascending(OFFICE, NUMBER));
        collection.createIndex(Indexes.ascending(OFFICE, STATE, DUE_AT));
        collection.createIndex(Indexes.ascending(LAST_AT));
    }

    @Override
    public void add(WebhookDelivery delivery) {
        try {
            collection.insertOne(document(delivery));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public void store(WebhookDelivery delivery) {
        Document document = document(delivery);
        collection.replaceOne(eq("_id", document.get("_id")), document);
    }

    @Override
    public Optional<WebhookDelivery> find(String office, long number) {
        return Optional.ofNullable(
                        collection.find(eq("_id", id(office, number))).first())
                .map(this::read);
    }

    @Override
    public List<WebhookDelivery> due(String office, Instant now, int limit) {
        return list(and(eq(OFFICE, office), eq(STATE, WAITING), lte(DUE_AT, now)), ascending(NUMBER), limit);
    }

    @Override
    public List<WebhookDelivery> before(String office, long number, int limit) {
        return list(and(eq(OFFICE, office), lt(NUMBER, number)), descending(NUMBER), limit);
    }

    @Override
    public void forgetSettledBefore(Instant time) {
        collection.deleteMany(and(lt(LAST_AT, time), ne(STATE, WAITING)));
    }

    @Override
    public void forgetAllOf(String office) {
        collection.deleteMany(eq(OFFICE, office));
    }

    private List<WebhookDelivery> list(Bson filter, Bson order, int limit) {
        List<WebhookDelivery> found = new ArrayList<>();
        collection.find(filter).sort(order).limit(limit).forEach(document -> found.add(read(document)));
        return found;
    }

    private static String id(String office, long number) {
        return office + "/" + number;
    }

    private Document document(WebhookDelivery delivery) {
        return new Document("_id", id(delivery.office(), delivery.number()))
                .append(OFFICE, delivery.office())
                .append(NUMBER, delivery.number())
                .append(STATE, delivery.state().name())
                .append(DUE_AT, delivery.dueAt())
                .append(LAST_AT, delivery.lastAt())
                .append("body", json.writeValueAsString(delivery));
    }

    private WebhookDelivery read(Document document) {
        return json.readValue(document.getString("body"), WebhookDelivery.class);
    }
}
