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
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.domain.Outcome;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outcomes in the collection {@code outcomes}: {@code {_id: office/number, office, number, eventId, body}}. A number is only
 * taken when the one before it is there, and the key makes sure that it is taken once, as an index does that an event is told
 * once. A counter would not do: of two writers the second could be visible first, and a reader who goes on from there would
 * never see the other.
 */
public final class MongoOutcomes implements Outcomes {

    private final MongoCollection<Document> collection;
    private final JsonMapper json = JsonMapper.shared();
    /** Numbers that are taken, by their office: most often the last ones, for this process wrote them. */
    private final Map<String, Long> taken = new ConcurrentHashMap<>();

    public MongoOutcomes(MongoDatabase database) {
        this.collection = database.getCollection("outcomes");
        collection.createIndex(Indexes.ascending("office", "number"));
        collection.createIndex(Indexes.ascending("eventId", "office"), new IndexOptions().unique(true));
    }

    @Override
    public void add(Outcome outcome) {
        String office = outcome.office();
        Long known = taken.get(office);
        long next = (known == null ? last(office) : known) + 1;
        // The keys see what is there already; to look first would cost the embedded database a look at all outcomes.
        while (!insert(outcome, next) && !isThere(outcome)) {
            next = last(office) + 1;
        }
    }

    private boolean isThere(Outcome outcome) {
        return collection
                        .find(and(eq("office", outcome.office()), eq("eventId", outcome.eventId())))
                        .first()
                != null;
    }

    /** By the key: most who ask have read all there is, and may ask every second. */
    private boolean isTaken(String office, long number) {
        return collection.find(eq(key(office, number))).first() != null;
    }

    private static String key(String office, long number) {
        return office + "/" + number;
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
            collection.insertOne(new Document("_id", key(outcome.office(), number))
                    .append("office", outcome.office())
                    .append("number", number)
                    .append("eventId", outcome.eventId())
                    .append("body", json.writeValueAsString(outcome)));
            taken.merge(outcome.office(), number, Math::max);
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
        if (!isTaken(office, number + 1)) {
            return found;
        }
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
