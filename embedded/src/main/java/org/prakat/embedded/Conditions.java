package org.prakat.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of a document, read once for the thousands that it is asked of. The conditions of which lists are made (this text,
 * nothing, before or after an instant, and several of these) are decided here. Every other is left to the library, which
 * reads it anew for each document, and so is each document in which an array is in the way.
 */
final class Conditions {

    private final BiPredicate<Document, Document> library;

    private Conditions(BiPredicate<Document, Document> library) {
        this.library = library;
    }

    /** @param library whether a document meets a query */
    static Predicate<Document> of(Document query, BiPredicate<Document, Document> library) {
        return new Conditions(library).all(query);
    }

    private Predicate<Document> all(Document query) {
        return query.entrySet().stream()
                .map(part -> one(part.getKey(), part.getValue()))
                .reduce(Predicate::and)
                .orElse(document -> true);
    }

    private Predicate<Document> one(String key, @Nullable Object asked) {
        Document alone = new Document(key, asked);
        Predicate<Document> byLibrary = document -> library.test(document, alone);
        return switch (key) {
            case "$and" -> several(asked).reduce(Predicate::and).orElse(byLibrary);
            case "$or" -> several(asked).reduce(Predicate::or).orElse(byLibrary);
            default ->
                key.startsWith("$")
                        ? byLibrary
                        : ofValue(asked)
                                .map(condition -> at(FieldPath.of(key), condition, byLibrary))
                                .orElse(byLibrary);
        };
    }

    /** None where the library has to say what is wrong. */
    private Stream<Predicate<Document>> several(@Nullable Object asked) {
        return asked instanceof List<?> queries && queries.stream().allMatch(Document.class::isInstance)
                ? queries.stream().map(query -> all((Document) query))
                : Stream.empty();
    }

    private static Predicate<Document> at(FieldPath path, Predicate<Object> condition, Predicate<Document> byLibrary) {
        return document -> {
            Object value = path.in(document);
            return value instanceof Collection ? byLibrary.test(document) : condition.test(value);
        };
    }

    /** What is asked of a value that is no array; empty where the library is to be asked. */
    private static Optional<Predicate<Object>> ofValue(@Nullable Object asked) {
        if (asked instanceof Document condition && condition.size() == 1) {
            String operator = condition.keySet().iterator().next();
            return ofOperator(operator, condition.get(operator));
        }
        return same(asked);
    }

    private static Optional<Predicate<Object>> same(@Nullable Object asked) {
        if (asked == null) {
            return Optional.of(Missing::isNullOrMissing);
        }
        return asked instanceof String ? Optional.of(asked::equals) : Optional.empty();
    }

    private static Optional<Predicate<Object>> ofOperator(String operator, @Nullable Object asked) {
        return switch (operator) {
            case "$eq" -> same(asked);
            case "$ne" -> same(asked).map(Predicate::not);
            case "$gt" -> compared(asked, order -> order > 0);
            case "$gte" -> compared(asked, order -> order >= 0);
            case "$lt" -> compared(asked, order -> order < 0);
            case "$lte" -> compared(asked, order -> order <= 0);
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Object>> compared(@Nullable Object asked, IntPredicate order) {
        return asked instanceof Instant limit
                ? Optional.of(value -> value instanceof Instant instant && order.test(instant.compareTo(limit)))
                : Optional.empty();
    }
}
