package org.prakat.gateway.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.prakat.gateway.application.port.Sessions;
import org.prakat.gateway.domain.Session;

/** Sessions in the collection {@code sessions}; the server drops them once they have ended. */
public final class MongoSessions implements Sessions {

    private final MongoCollection<Document> collection;

    public MongoSessions(MongoDatabase database) {
        this.collection = database.getCollection("sessions");
        collection.createIndex(Indexes.ascending("end"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        collection.createIndex(Indexes.ascending("accountId"));
    }

    @Override
    public void start(Session session) {
        collection.insertOne(new Document("_id", session.tokenHash())
                .append("accountId", session.accountId())
                .append("csrfToken", session.csrfToken())
                .append("startedAt", session.startedAt())
                .append("seenAt", session.seenAt())
                .append("end", session.end()));
    }

    @Override
    public Optional<Session> find(String tokenHash) {
        return Optional.ofNullable(collection.find(eq("_id", tokenHash)).first())
                .map(document -> new Session(
                        document.getString("_id"),
                        document.getString("accountId"),
                        document.getString("csrfToken"),
                        document.getDate("startedAt").toInstant(),
                        document.getDate("seenAt").toInstant()));
    }

    @Override
    public void touch(String tokenHash, Instant seenAt) {
        collection.updateOne(eq("_id", tokenHash), set("seenAt", seenAt));
    }

    @Override
    public void end(String tokenHash) {
        collection.deleteOne(eq("_id", tokenHash));
    }

    @Override
    public void endAllOf(String accountId) {
        collection.deleteMany(eq("accountId", accountId));
    }
}
