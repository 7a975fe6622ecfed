package org.prakat.gateway.adapter.out.mongo;

import static com.mongodb.client.model.Filters.gt;

import java.time.Instant;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cursor;

/** Where a page of a list in the order of ids ended. */
final class IdCursor {

    private IdCursor() {}

    static Cursor of(String id) {
        return new Cursor(Instant.EPOCH, id);
    }

    /** Selects what comes after a cursor; everything without one. */
    static Bson after(@Nullable String cursor) {
        return Optional.ofNullable(cursor)
                .flatMap(Cursor::decode)
                .<Bson>map(last -> gt("_id", last.id()))
                .orElseGet(BsonDocument::new);
    }
}
