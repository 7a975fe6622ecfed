package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.domain.Outcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outcomes in the collection {@code outcomes}: {@code {_id: office/number, office, number, eventId, body}}. A number is only
 * taken when the one before it is there, and the key makes sure that it is taken once. A counter would not do: of two writers
 * the second could be visible first, and a reader who goes on from there would never see the other.
 */
public final class MongoOutcomes implements Outcomes {

    private final MongoCollection<Document> collection;
    private final JsonMapper json = JsonMapper.shared();

    public MongoOutcomes(MongoDatabase database) {
        this.collection = database.getCollection("outcomes");
        collection.createIndex(Indexes.ascending("office", "number"));
        collection.createIndex(Indexes.ascending("office", "eventId"));
    }

    @Override
    public void add(Outcome outcome) {
        boolean there = false;
        while (!there) {
            // In this order: if the same event, delivered twice, is told in between, the number is taken.
            long next = last(outcome.office()) + 1;
            there = isThere(outcome) || insert(outcome, next);
        }
    }

    private boolean isThere(Outcome outcome) {
        return collection
                        .find(and(eq("office", outcome.office()), eq("eventId", outcome.eventId())))
                        .first()
                != null;
    }

    @Override
    public long last(String office) {
        return Optional.ofNullable(collection
                        .find(eq("office", office))
                        .sort(descending("number"))
                        .first())
                .map(document -> document.getLong("number"))
                .orElse(0L);
    }

    private boolean insert(Outcome outcome, long number) {
        try {
            collection.insertOne(new Document("_id", outcome.office() + "/" + number)
                    .append("office", outcome.office())
                    .append("number", number)
                    .append("eventId", outcome.eventId())
                    .append("body", json.writeValueAsString(outcome)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public List<Told> after(String office, long number, int limit) {
        List<Told> found = new ArrayList<>();
        collection
                .find(and(eq("office", office), gt("number", number)))
                .sort(ascending("number"))
                .limit(limit)
                .forEach(document -> found.add(read(document)));
        return found;
    }

    private Told read(Document document) {
        return new Told(document.getLong("number"), json.readValue(document.getString("body"), Outcome.class));
    }
}
