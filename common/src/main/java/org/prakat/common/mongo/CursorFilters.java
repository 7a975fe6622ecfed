package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cursor;

/** Where the next page of a list begins. The list is ordered by a time, and by {@code _id} among equal times. */
public final class CursorFilters {

    private CursorFilters() {}

    /** What follows the cursor in a list with the oldest first; everything without one. */
    public static Bson after(String timeField, @Nullable String cursor) {
        return following(
                cursor, last -> or(gt(timeField, last.time()), and(eq(timeField, last.time()), gt("_id", last.id()))));
    }

    /** What follows the cursor in a list with the newest first; everything without one. */
    public static Bson before(String timeField, @Nullable String cursor) {
        return following(
                cursor, last -> or(lt(timeField, last.time()), and(eq(timeField, last.time()), lt("_id", last.id()))));
    }

    private static Bson following(@Nullable String cursor, Function<Cursor, Bson> filter) {
        return Optional.ofNullable(cursor).flatMap(Cursor::decode).map(filter).orElseGet(BsonDocument::new);
    }
}
