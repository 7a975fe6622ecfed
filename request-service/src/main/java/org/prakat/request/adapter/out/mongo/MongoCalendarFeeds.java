package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import org.prakat.request.application.port.CalendarFeeds;

/** The feeds in the collection {@code calendar_feeds}: {@code {_id: person, secretHash, openedAt}}. */
public final class MongoCalendarFeeds implements CalendarFeeds {

    private static final String SECRET_HASH = "secretHash";

    private final MongoCollection<Document> collection;

    public MongoCalendarFeeds(MongoDatabase database) {
        this.collection = database.getCollection("calendar_feeds");
        collection.createIndex(Indexes.ascending(SECRET_HASH), new IndexOptions().unique(true));
    }

    @Override
    public void open(String person, String secretHash, Instant at) {
        Document feed =
                new Document("_id", person).append(SECRET_HASH, secretHash).append("openedAt", at);
        collection.replaceOne(eq("_id", person), feed, new ReplaceOptions().upsert(true));
    }

    @Override
    public void close(String person) {
        collection.deleteOne(eq("_id", person));
    }

    @Override
    public Optional<String> person(String secretHash) {
        return Optional.ofNullable(collection.find(eq(SECRET_HASH, secretHash)).first())
                .map(feed -> feed.getString("_id"));
    }
}
