package org.prakat.gateway.adapter.out.mongo;

import static com.mongodb.client.model.Sorts.ascending;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.ReferenceEvent;
import org.prakat.common.mongo.AggregateCollection;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.gateway.application.port.Definitions;

/**
 * Things of one kind in a collection of their own.
 *
 * @param <T> the kind
 */
public final class MongoDefinitions<T extends Record & ReferenceEvent> extends AggregateCollection<T>
        implements Definitions<T> {

    /** @param office whose audit trail tells of a thing */
    public MongoDefinitions(AggregateStorage storage, String name, Class<T> type, Function<T, String> office) {
        super(storage, name, type, Audited.by(office));
    }

    @Override
    public Page<Versioned<T>> list(@Nullable String cursor, int limit) {
        List<Versioned<T>> found = find(IdCursor.after(cursor), ascending("_id"), limit);
        return Page.of(found, limit, last -> IdCursor.of(last.state().id()));
    }
}
