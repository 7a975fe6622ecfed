package org.prakat.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of a document, read once for the thousands that it is asked of. The conditions of which lists are made (this text
 * or number, nothing, before or after a text or an instant, and several of these) are decided here. Every other is left to the library, which
 * reads it anew for each document, and so is each document in which an array is in the way.
 *
 * @param <T> what the values of a document are read from
 */
final class Conditions<T> implements Predicate<T> {

    private final Function<FieldPath, Function<T, Object>> reading;
    private final BiPredicate<T, Document> library;
    private final Predicate<T> all;
    private boolean left;

    private Conditions(
            Document query, Function<FieldPath, Function<T, Object>> reading, BiPredicate<T, Document> library) {
        this.reading = reading;
        this.library = library;
        this.all = all(query);
    }

    /** @param library whether a document meets a query */
    static Conditions<Document> of(Document query, BiPredicate<Document, Document> library) {
        return of(query, path -> path::in, library);
    }

    /**
     * @param reading what takes the value at a path
     * @param library whether a document meets a query
     */
    static <T> Conditions<T> of(
            Document query, Function<FieldPath, Function<T, Object>> reading, BiPredicate<T, Document> library) {
        return new Conditions<>(query, reading, library);
    }

    @Override
    public boolean test(T one) {
        return all.test(one);
    }

    /** Whether the library is asked about a document only where an array is in the way. */
    boolean areDecidedHere() {
        return !left;
    }

    private Predicate<T> all(Document query) {
        return query.entrySet().stream()
                .map(part -> one(part.getKey(), part.getValue()))
                .reduce(Predicate::and)
                .orElse(one -> true);
    }

    private Predicate<T> one(String key, @Nullable Object asked) {
        Document alone = new Document(key, asked);
        Predicate<T> byLibrary = one -> library.test(one, alone);
        Optional<Predicate<T>> decided =
                switch (key) {
                    case "$and" -> several(asked).reduce(Predicate::and);
                    case "$or" -> several(asked).reduce(Predicate::or);
                    default ->
                        key.startsWith("$")
                                ? Optional.empty()
                                : ofValue(asked).map(condition -> at(key, asked, condition, byLibrary));
                };
        left |= decided.isEmpty();
        return decided.orElse(byLibrary);
    }

    /** None where the library has to say what is wrong. */
    private Stream<Predicate<T>> several(@Nullable Object asked) {
        return asked instanceof List<?> queries && queries.stream().allMatch(Document.class::isInstance)
                ? queries.stream().map(query -> all((Document) query))
                : Stream.empty();
    }

    /** An empty array has no value that could be asked about; whether that is the same as having nothing the library knows. */
    private Predicate<T> at(String path, @Nullable Object asked, Predicate<Object> condition, Predicate<T> byLibrary) {
        Function<T, Object> reading = this.reading.apply(FieldPath.of(path));
        boolean asksForNothing = asked == null || (asked instanceof Document operator && operator.containsValue(null));
        return one -> {
            Object value = reading.apply(one);
            boolean undecided = value instanceof Collection<?> array && (asksForNothing || !array.isEmpty());
            return undecided ? byLibrary.test(one) : condition.test(value);
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
        if (asked instanceof Integer number) {
            return Optional.of(value -> value instanceof Number other && other.doubleValue() == number);
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
        if (asked instanceof Instant limit) {
            return Optional.of(value -> value instanceof Instant instant && order.test(instant.compareTo(limit)));
        }
        return asked instanceof String limit
                ? Optional.of(value -> value instanceof String text && order.test(text.compareTo(limit)))
                : Optional.empty();
    }
}
