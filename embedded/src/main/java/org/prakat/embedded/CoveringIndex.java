package org.prakat.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.prakat.embedded.Rows.Row;

/**
 * The few values that lists look at, of every document of a collection, in memory: the documents themselves would have to be read from the file,
 * all of them for each list. Which values these are, it learns from what is asked again and again; it has none when the file is opened.
 */
final class CoveringIndex {

    /** Fewer documents are as soon looked through. */
    static final int FEWEST = 200;

    /** Some three hundred bytes for each: so many documents fit beside all else that a small heap holds. */
    private static final int MOST = 20_000;

    private static final int MOST_COLUMNS = 32;

    /** Who is to have more has the documents looked through, one after the other. */
    private static final int MOST_FOUND = SortOrder.MOST_SELECTED;

    /** What is asked but once in this time is not worth the memory. */
    private static final Duration AGAIN_WITHIN = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 100;

    /** In one of so many documents, a value may have to be looked up. */
    private static final int LEFT_IN = 100;

    private final MVMap<Object, byte[]> documents;
    private final BiPredicate<Document, Document> library;
    private final LongSupplier nanoTime;
    private final Map<Set<String>, Long> askedAt = new HashMap<>();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile @Nullable Rows rows;

    /**
     * @param library whether a document meets a query
     * @param nanoTime as {@link System#nanoTime()} tells it
     */
    CoveringIndex(MVMap<Object, byte[]> documents, BiPredicate<Document, Document> library, LongSupplier nanoTime) {
        this.documents = documents;
        this.library = library;
        this.nanoTime = nanoTime;
    }

    /**
     * The documents that a query asks for; empty when they have to be looked for one by one.
     *
     * @param needed how many of them, the first in the order; without an order, of those that are stored first
     * @param within where all of them are, if that is known
     */
    Optional<List<byte[]>> find(Document query, Optional<SortOrder> order, long needed, Optional<Set<Object>> within) {
        Fields looked =
                Fields.none().andOfQuery(query).and(order.map(SortOrder::paths).orElse(List.of()));
        return covering(query, looked)
                .flatMap(rows -> asTheyWere(first(meeting(query, rows, within), order, needed, rows), rows));
    }

    private List<Row> first(Stream<Row> found, Optional<SortOrder> order, long needed, Rows rows) {
        return order.isPresent() && needed <= MOST_FOUND
                ? order.get().first(needed, found, values(order.get(), rows)).toList()
                : found.limit(Math.min(needed, MOST_FOUND + 1L)).toList();
    }

    private Function<Row, Object[]> values(SortOrder order, Rows rows) {
        Function<Row, Optional<Object[]>> values = order.valuesIn(rows);
        Fields fields = Fields.none().and(order.paths());
        return row -> values.apply(row)
                .orElseGet(() -> order.valuesIn(document(row, fields).orElseGet(Document::new)));
    }

    /** Empty if there are too many, or if one of them changed while they were chosen: another may be in its place now. */
    private Optional<List<byte[]>> asTheyWere(List<Row> found, Rows rows) {
        List<byte[]> same = new ArrayList<>();
        for (Row row : found) {
            byte[] bson = documents.get(row.position());
            if (bson != null && rows.isAsIn(row, bson)) {
                same.add(bson);
            }
        }
        return same.size() == found.size() && found.size() <= MOST_FOUND ? Optional.of(same) : Optional.empty();
    }

    /** The documents that a query asks for, each with at least the wanted fields; empty when they have to be looked for one by one. */
    Optional<Stream<Document>> select(Document query, Fields wanted, Optional<Set<Object>> within) {
        Fields looked = Fields.none().andOfQuery(query).and(wanted);
        return covering(query, looked)
                .map(rows -> {
                    Function<Row, Optional<Document>> document =
                            rows.documentsOf(wanted.paths().orElseThrow());
                    return meeting(query, rows, within)
                            .flatMap(row -> document
                                    .apply(row)
                                    .or(() -> document(row, looked).filter(one -> library.test(one, query)))
                                    .stream());
                });
    }

    private Stream<Row> meeting(Document query, Rows rows, Optional<Set<Object>> within) {
        return within.map(rows::at).orElseGet(rows::all).filter(Conditions.of(query, rows::reading, this::meets));
    }

    private boolean meets(Row row, Document query) {
        return document(row, Fields.none().andOfQuery(query))
                .filter(document -> library.test(document, query))
                .isPresent();
    }

    /** Empty when it has gone. */
    private Optional<Document> document(Row row, Fields fields) {
        return Optional.ofNullable(documents.get(row.position())).map(fields::decode);
    }

    /** The rows, if they are of use to whoever asks this and looks at these fields. */
    private Optional<Rows> covering(Document query, Fields looked) {
        return looked.paths()
                .filter(paths -> !paths.isEmpty()
                        && hasRows()
                        && Conditions.of(query, library).areDecidedHere())
                .flatMap(this::covering);
    }

    private boolean hasRows() {
        int size = documents.size();
        return size >= FEWEST && size <= MOST;
    }

    /** The rows, if they are of use to whoever looks at these paths. */
    Optional<Rows> covering(Set<String> paths) {
        return Optional.ofNullable(rows)
                .filter(there -> there.have(paths))
                .or(() -> hasRows() ? learn(paths) : Optional.empty())
                .filter(there -> there.leftInDocuments(paths) <= documents.size() / LEFT_IN);
    }

    /** Whoever changes documents waits meanwhile, and changes the new rows then. Who only reads does not wait. */
    private Optional<Rows> learn(Set<String> paths) {
        if (!changing.tryLock()) {
            return Optional.empty();
        }
        try {
            Rows there = rows;
            if (there != null && there.have(paths)) {
                return Optional.of(there);
            }
            Set<String> columns = new HashSet<>(paths);
            columns.addAll(there == null ? Set.of() : there.paths());
            if (columns.size() > MOST_COLUMNS || !isAskedAgain(paths)) {
                return Optional.empty();
            }
            Rows learnt = new Rows(columns, documents.getKeyType());
            documents.forEach(learnt::put);
            rows = learnt;
            return Optional.of(learnt);
        } finally {
            changing.unlock();
        }
    }

    private boolean isAskedAgain(Set<String> paths) {
        if (askedAt.size() >= MOST_REMEMBERED) {
            askedAt.clear();
        }
        long now = nanoTime.getAsLong();
        Long before = askedAt.put(Set.copyOf(paths), now);
        return before != null && now - before < AGAIN_WITHIN.toNanos();
    }

    /** After the document is there. */
    void put(Object position, byte[] bson) {
        change(rows -> rows.put(position, bson));
    }

    /** After the document is gone. */
    void remove(Object position) {
        change(rows -> rows.remove(position));
    }

    private void change(Consumer<Rows> change) {
        changing.lock();
        try {
            if (documents.size() > MOST) {
                rows = null;
            }
            Rows there = rows;
            if (there != null) {
                change.accept(there);
            }
        } finally {
            changing.unlock();
        }
    }
}
