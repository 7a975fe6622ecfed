package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Cursor;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.mongo.AggregateCollection;
import org.prakat.common.mongo.OutboxRelay;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;

/** Requests in the collection {@code requests}. */
public final class MongoRequests implements Requests {

    private final AggregateCollection<PublicationRequest> collection;

    public MongoRequests(MongoDatabase database, CloudEventCodec events, OutboxRelay relay) {
        this.collection = new AggregateCollection<>(database, "requests", PublicationRequest.class, events, relay);
        collection.documents().createIndex(Indexes.descending("state.requester.id", "state.createdAt", "_id"));
    }

    @Override
    public Optional<Versioned<PublicationRequest>> find(String id) {
        return collection.find(id);
    }

    @Override
    public Optional<Versioned<PublicationRequest>> add(String id, Change<PublicationRequest> change, Cause cause) {
        return collection.add(id, change, cause);
    }

    @Override
    public Optional<Versioned<PublicationRequest>> update(
            String id, Versioned<PublicationRequest> before, Change<PublicationRequest> change, Cause cause) {
        return collection.update(id, before, change, cause);
    }

    @Override
    public boolean hasHandled(String id, String eventId) {
        return collection.hasHandled(id, eventId);
    }

    @Override
    public Page<Versioned<PublicationRequest>> ownedBy(String requester, @Nullable String cursor, int limit) {
        Bson own = eq("state.requester.id", requester);
        Bson filter = Optional.ofNullable(cursor)
                .flatMap(Cursor::decode)
                .map(after -> and(own, older(after)))
                .orElse(own);
        List<Versioned<PublicationRequest>> found =
                collection.find(filter, descending("state.createdAt", "_id"), limit);
        return Page.of(
                found,
                limit,
                last -> new Cursor(last.state().createdAt(), last.state().id()));
    }

    private static Bson older(Cursor cursor) {
        return or(
                lt("state.createdAt", cursor.time()),
                and(eq("state.createdAt", cursor.time()), lt("_id", cursor.id())));
    }
}
