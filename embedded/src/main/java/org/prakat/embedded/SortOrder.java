package org.prakat.embedded;

import com.google.common.collect.Comparators;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order that a query asks for, by values that are taken out of each document once. The library takes them out again for every
 * comparison, by paths that it splits each time, which was more than half of what a list of thousands cost.
 */
final class SortOrder implements Comparator<Object[]> {

    /** Who asks for more than so many has all of them sorted. */
    static final int MOST_SELECTED = 1_000;

    private final List<Key> keys;

    private SortOrder(List<Key> keys) {
        this.keys = keys;
    }

    private record Key(FieldPath path, Comparator<Object> comparator) {

        static Key of(String path, Object direction) {
            boolean ascending = ((Number) direction).intValue() > 0;
            return new Key(FieldPath.of(path), ascending ? ValueComparator.asc() : ValueComparator.desc());
        }

        Object valueIn(Document document) {
            Object value = path.in(document);
            return standing(
                    value instanceof Collection
                            ? Utils.getSubdocumentValueCollectionAware(document, path.path())
                            : value);
        }

        /**
         * What says where a value stands. An array stands where that of its elements does which comes first, and an empty one where nothing
         * comes before: of two such arrays, the library puts each before the other one.
         */
        Object standing(Object value) {
            if (value instanceof Collection<?> array) {
                return array.isEmpty()
                        ? MinKey.getInstance()
                        : Collections.min(array.stream().map(this::standing).toList(), comparator);
            }
            if (value instanceof Document within) {
                Document standing = new Document();
                within.forEach((name, one) -> standing.put(name, standing(one)));
                return standing;
            }
            return value;
        }
    }

    /** Empty where documents may come as they are stored. */
    static Optional<SortOrder> of(@Nullable Document order) {
        return order == null || order.isEmpty() || order.containsKey("$natural")
                ? Optional.empty()
                : Optional.of(new SortOrder(order.entrySet().stream()
                        .map(key -> Key.of(key.getKey(), key.getValue()))
                        .toList()));
    }

    /** What is found, and the values that say where it stands among the others. */
    private record Placed<T>(T found, Object[] values) {}

    /** The first so many of what is found. */
    <T> Stream<T> first(long needed, Stream<T> found, Function<T, Object[]> values) {
        Comparator<Placed<T>> comparator = Comparator.comparing(Placed::values, this);
        Stream<Placed<T>> placed = found.map(one -> new Placed<>(one, values.apply(one)));
        return (needed <= MOST_SELECTED
                        ? placed.collect(Comparators.least((int) needed, comparator)).stream()
                        : placed.sorted(comparator))
                .map(Placed::found);
    }

    List<String> paths() {
        return keys.stream().map(key -> key.path().path()).toList();
    }

    /** What takes out of a row by what its document is ordered; empty where that has to be looked up in the document. */
    Function<Rows.Row, Optional<Object[]>> valuesIn(Rows rows) {
        List<Function<Rows.Row, Object>> readings =
                keys.stream().map(key -> rows.reading(key.path())).toList();
        return row -> {
            Object[] values = new Object[readings.size()];
            for (int i = 0; i < values.length; i++) {
                Object value = readings.get(i).apply(row);
                if (Rows.isInTheDocument(value)) {
                    return Optional.empty();
                }
                values[i] = keys.get(i).standing(value);
            }
            return Optional.of(values);
        };
    }

    /** By what a document is ordered. */
    Object[] valuesIn(Document document) {
        Object[] values = new Object[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys.get(i).valueIn(document);
        }
        return values;
    }

    @Override
    public int compare(Object[] one, Object[] other) {
        for (int i = 0; i < one.length; i++) {
            int order = keys.get(i).comparator().compare(one[i], other[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
