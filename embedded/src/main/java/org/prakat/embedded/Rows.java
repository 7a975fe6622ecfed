package org.prakat.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of some fields, the columns, of every document of a collection. Of an array it is only known whether there is something in it. */
final class Rows {

    /** Stands for an array that is not empty: what is in it has to be looked up in the document. */
    private static final Collection<?> ARRAY = List.of("something");

    private final Set<String> paths;
    private final List<FieldPath> columns;
    private final Fields fields;
    private final AtomicIntegerArray arrays;
    private final Map<Object, Row> rows = new ConcurrentHashMap<>();

    /** One document's, in the order of the columns. */
    record Row(Object position, Object[] values) {}

    Rows(Set<String> paths) {
        this.paths = Set.copyOf(paths);
        columns = paths.stream().sorted().map(FieldPath::of).toList();
        fields = Fields.none().and(paths);
        arrays = new AtomicIntegerArray(columns.size());
    }

    Set<String> paths() {
        return paths;
    }

    boolean have(Set<String> others) {
        return paths.containsAll(others);
    }

    void put(Object position, byte[] bson) {
        Document document = fields.decode(bson);
        Row row = new Row(
                position, columns.stream().map(path -> value(path, document)).toArray());
        count(row, 1);
        count(rows.put(position, row), -1);
    }

    void remove(Object position) {
        count(rows.remove(position), -1);
    }

    private static Object value(FieldPath path, Document document) {
        Object value = path.in(document);
        return value instanceof Collection<?> array && !array.isEmpty() ? ARRAY : value;
    }

    private void count(@Nullable Row row, int more) {
        for (int i = 0; row != null && i < columns.size(); i++) {
            if (row.values()[i] == ARRAY) {
                arrays.addAndGet(i, more);
            }
        }
    }

    /** In how many documents an array is in the way to one of these fields, or it. */
    int arraysAt(Set<String> looked) {
        return IntStream.range(0, columns.size())
                .filter(i -> looked.contains(columns.get(i).path()))
                .map(arrays::get)
                .sum();
    }

    /** What takes the value of a column out of a row. */
    Function<Row, Object> reading(FieldPath column) {
        int index = columns.indexOf(column);
        return row -> row.values()[index];
    }

    Stream<Row> all() {
        return rows.values().stream();
    }

    Stream<Row> at(Set<Object> positions) {
        return positions.stream().map(rows::get).filter(Objects::nonNull);
    }

    /** A document of some of a row's values; empty where one of them has values within. */
    Function<Row, Optional<Document>> documentsOf(Set<String> some) {
        List<FieldPath> wanted = some.stream().map(FieldPath::of).toList();
        List<Function<Row, Object>> values = wanted.stream().map(this::reading).toList();
        return row -> {
            Document document = new Document();
            for (int i = 0; i < wanted.size(); i++) {
                Object value = values.get(i).apply(row);
                if (value instanceof Collection || value instanceof Document) {
                    return Optional.empty();
                }
                wanted.get(i).put(value, document);
            }
            return Optional.of(document);
        };
    }
}
