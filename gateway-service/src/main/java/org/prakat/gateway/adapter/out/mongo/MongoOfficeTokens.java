package org.prakat.gateway.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.prakat.gateway.application.port.OfficeTokens;
import org.prakat.gateway.domain.OfficeToken;

/** Access tokens in the collection {@code office_tokens}; the server drops them once they have ended. */
public final class MongoOfficeTokens implements OfficeTokens {

    private final MongoCollection<Document> collection;

    public MongoOfficeTokens(MongoDatabase database) {
        this.collection = database.getCollection("office_tokens");
        collection.createIndex(Indexes.ascending("end"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        collection.createIndex(Indexes.ascending("clientId"));
    }

    @Override
    public void keep(OfficeToken token) {
        collection.insertOne(new Document("_id", token.tokenHash())
                .append("clientId", token.clientId())
                .append("issuedAt", token.issuedAt())
                .append("end", token.end()));
    }

    @Override
    public Optional<OfficeToken> find(String tokenHash) {
        return Optional.ofNullable(collection.find(eq("_id", tokenHash)).first())
                .map(document -> new OfficeToken(
                        document.getString("_id"),
                        document.getString("clientId"),
                        document.getDate("issuedAt").toInstant(),
                        document.getDate("end").toInstant()));
    }

    @Override
    public void endAllOf(String clientId) {
        collection.deleteMany(eq("clientId", clientId));
    }
}
