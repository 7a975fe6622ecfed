package org.prakat.embedded;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The few values that lists look at, of every document of a collection, in memory: the documents themselves would have to be read from the file,
 * all of them for each list. Which values these are, it learns from what is asked again and again; it has none when the file is opened.
 */
final class CoveringIndex {

    /** Fewer documents are as soon looked through. */
    static final int FEWEST = 200;

    /** Some three hundred bytes for each: so many documents fit beside all else that a small heap holds. */
    private static final int MOST = 20_000;

    private static final int MOST_COLUMNS = 24;

    /** What is asked but once in this time is not worth the memory. */
    private static final Duration AGAIN_WITHIN = Duration.ofMinutes(1);

    /** Of so many documents, one may have an array in the way: it has to be read. */
    private static final int ARRAYS_IN = 100;

    private final MVMap<Object, byte[]> documents;
    private final LongSupplier nanoTime;
    private volatile @Nullable Rows rows;
    private @Nullable Long askedAt;

    /** @param nanoTime as {@link System#nanoTime()} tells it */
    CoveringIndex(MVMap<Object, byte[]> documents, LongSupplier nanoTime) {
        this.documents = documents;
        this.nanoTime = nanoTime;
    }

    /** The rows, if they are of use to whoever looks at these paths. */
    Optional<Rows> covering(Set<String> paths) {
        int size = documents.size();
        if (size < FEWEST || size > MOST) {
            return Optional.empty();
        }
        return rowsWith(paths).filter(rows -> rows.arraysAt(paths) <= size / ARRAYS_IN);
    }

    private Optional<Rows> rowsWith(Set<String> paths) {
        return Optional.ofNullable(rows).filter(there -> there.have(paths)).or(() -> learn(paths));
    }

    /** Nobody changes rows meanwhile; whoever changes documents has their rows changed after that. */
    private synchronized Optional<Rows> learn(Set<String> paths) {
        Rows there = rows;
        Set<String> columns = new HashSet<>(paths);
        columns.addAll(there == null ? Set.of() : there.paths());
        if (there != null && there.have(paths)) {
            return Optional.of(there);
        }
        if (columns.size() > MOST_COLUMNS || !isAskedAgain()) {
            return Optional.empty();
        }
        Rows learnt = new Rows(columns);
        documents.forEach(learnt::put);
        rows = learnt;
        return Optional.of(learnt);
    }

    private boolean isAskedAgain() {
        Long before = askedAt;
        askedAt = nanoTime.getAsLong();
        return before != null && askedAt - before < AGAIN_WITHIN.toNanos();
    }

    /** After the document is there. */
    synchronized void put(Object position, byte[] bson) {
        if (rows != null) {
            rows.put(position, bson);
        }
        if (documents.size() > MOST) {
            rows = null;
        }
    }

    /** After the document is gone. */
    synchronized void remove(Object position) {
        if (rows != null) {
            rows.remove(position);
        }
    }
}
