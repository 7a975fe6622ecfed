package org.prakat.request.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cursor;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.mongo.AggregateCollection;
import org.prakat.common.mongo.CursorFilters;
import org.prakat.common.mongo.OutboxRelay;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.PublicationRequest;

/** Requests in the collection {@code requests}. */
public final class MongoRequests extends AggregateCollection<PublicationRequest> implements Requests {

    public MongoRequests(MongoDatabase database, CloudEventCodec events, OutboxRelay relay) {
        super(database, "requests", PublicationRequest.class, events, relay);
        documents().createIndex(Indexes.descending("state.requester.id", "state.createdAt", "_id"));
    }

    @Override
    public Page<Versioned<PublicationRequest>> ownedBy(String requester, @Nullable String cursor, int limit) {
        Bson filter = and(eq("state.requester.id", requester), CursorFilters.before("state.createdAt", cursor));
        List<Versioned<PublicationRequest>> found = find(filter, descending("state.createdAt", "_id"), limit);
        return Page.of(
                found,
                limit,
                last -> new Cursor(last.state().createdAt(), last.state().id()));
    }
}
