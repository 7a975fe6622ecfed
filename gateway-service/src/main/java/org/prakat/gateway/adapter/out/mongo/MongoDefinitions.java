package org.prakat.gateway.adapter.out.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
public final class MongoDefinitions<T extends Record & ReferenceEvent> extends AggregateCollection<T>
        implements Definitions<T> {

    public MongoDefinitions(
            MongoDatabase database, String name, Class<T> type, CloudEventCodec events, OutboxRelay relay) {
        super(database, name, type, events, relay);
    }

    @Override
    public Page<Versioned<T>> list(@Nullable String cursor, int limit) {
        List<Versioned<T>> found = find(IdCursor.after(cursor), ascending("_id"), limit);
        return Page.of(found, limit, last -> IdCursor.of(last.state().id()));
    }
}
