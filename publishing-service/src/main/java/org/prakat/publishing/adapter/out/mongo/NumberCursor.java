package org.prakat.publishing.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.prakat.publishing.domain.Standing;

/** Where a page of a category ended that is listed by publishing order, the last number first. */
record NumberCursor(int fiscalYear, int publishingOrder) {

    private static final Pattern ENCODED = Pattern.compile("(\\d{1,4})-(\\d{1,9})");

    static NumberCursor of(Standing standing) {
        return new NumberCursor(standing.fiscalYear(), standing.publishingOrder());
    }

    String encode() {
        return fiscalYear + "-" + publishingOrder;
    }

    /** What follows in the list; everything without a cursor of ours. */
    static Bson after(@Nullable String cursor, String yearField, String orderField) {
        return Optional.ofNullable(cursor)
                .map(ENCODED::matcher)
                .filter(Matcher::matches)
                .<Bson>map(last -> {
                    int year = Integer.parseInt(last.group(1));
                    int order = Integer.parseInt(last.group(2));
                    return or(lt(yearField, year), and(eq(yearField, year), lt(orderField, order)));
                })
                .orElseGet(BsonDocument::new);
    }
}
