package org.prakat.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of some fields, the columns, of every document of a collection, as these are stored. */
final class Rows {

    /** Stands for what has to be looked up in the document: an array with something in it, and a long text. */
    private static final Collection<?> IN_THE_DOCUMENT = List.of("something");

    private static final int LONGEST_TEXT = 200;

    private final Set<String> paths;
    private final List<FieldPath> columns;
    private final Fields fields;
    private final AtomicIntegerArray leftInDocuments;
    private final Comparator<Object> order;
    private final Map<Object, Row> rows;

    /** One document's, in the order of the columns. */
    record Row(Object position, Object[] values) {}

    /** @param order in which documents are stored, by their positions */
    Rows(Set<String> paths, Comparator<Object> order) {
        this.paths = Set.copyOf(paths);
        columns = paths.stream().sorted().map(FieldPath::of).toList();
        fields = Fields.none().and(paths);
        leftInDocuments = new AtomicIntegerArray(columns.size());
        this.order = order;
        rows = new ConcurrentSkipListMap<>(order);
    }

    Set<String> paths() {
        return paths;
    }

    boolean have(Set<String> others) {
        return paths.containsAll(others);
    }

    void put(Object position, byte[] bson) {
        Row row = new Row(position, values(bson));
        count(row, 1);
        count(rows.put(position, row), -1);
    }

    void remove(Object position) {
        count(rows.remove(position), -1);
    }

    private Object[] values(byte[] bson) {
        Document document = fields.decode(bson);
        return columns.stream().map(path -> value(path, document)).toArray();
    }

    private static Object value(FieldPath path, Document document) {
        Object value = path.in(document);
        boolean large = (value instanceof Collection<?> array && !array.isEmpty())
                || (value instanceof String text && text.length() > LONGEST_TEXT);
        return large ? IN_THE_DOCUMENT : value;
    }

    private void count(@Nullable Row row, int more) {
        for (int i = 0; row != null && i < columns.size(); i++) {
            if (isInTheDocument(row.values()[i])) {
                leftInDocuments.addAndGet(i, more);
            }
        }
    }

    /** How many of these values have to be looked up in documents. */
    int leftInDocuments(Set<String> looked) {
        return IntStream.range(0, columns.size())
                .filter(i -> looked.contains(columns.get(i).path()))
                .map(leftInDocuments::get)
                .sum();
    }

    /** Whether a document has not changed since, as far as its row tells. */
    boolean isAsIn(Row row, byte[] bson) {
        return Arrays.equals(row.values(), values(bson));
    }

    /** Whether a value that was taken out of a row only says that the document has to be looked at. */
    static boolean isInTheDocument(Object value) {
        return value == IN_THE_DOCUMENT;
    }

    /** What takes the value of a column out of a row: a collection where that has to be looked up in the document. */
    Function<Row, Object> reading(FieldPath column) {
        int index = columns.indexOf(column);
        return row -> row.values()[index];
    }

    Stream<Row> all() {
        return rows.values().stream();
    }

    Stream<Row> at(Set<Object> positions) {
        return positions.stream().sorted(order).map(rows::get).filter(Objects::nonNull);
    }

    /** What makes a document of some of a row's values; empty where one of them has values within. */
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
