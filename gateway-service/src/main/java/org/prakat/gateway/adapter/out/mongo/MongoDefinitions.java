package org.prakat.gateway.adapter.out.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.ReferenceEvent;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.mongo.AggregateCollection;
import org.prakat.common.mongo.OutboxRelay;
import org.prakat.gateway.application.port.Definitions;

/**
 * Things of one kind in a collection of their own.
 *
 * @param <T> the kind
 */
public final class MongoDefinitions<T extends Record & ReferenceEvent> implements Definitions<T> {

    private final AggregateCollection<T> collection;

    public MongoDefinitions(
            MongoDatabase database, String name, Class<T> type, CloudEventCodec events, OutboxRelay relay) {
        this.collection = new AggregateCollection<>(database, name, type, events, relay);
    }

    @Override
    public Optional<Versioned<T>> find(String id) {
        return collection.find(id);
    }

    @Override
    public Optional<Versioned<T>> add(String id, Change<T> change, Cause cause) {
        return collection.add(id, change, cause);
    }

    @Override
    public Optional<Versioned<T>> update(String id, Versioned<T> before, Change<T> change, Cause cause) {
        return collection.update(id, before, change, cause);
    }

    @Override
    public boolean hasHandled(String id, String eventId) {
        return collection.hasHandled(id, eventId);
    }

    @Override
    public Page<Versioned<T>> list(@Nullable String cursor, int limit) {
        List<Versioned<T>> found = collection.find(IdCursor.after(cursor), ascending("_id"), limit);
        return Page.of(found, limit, last -> IdCursor.of(last.state().id()));
    }
}
