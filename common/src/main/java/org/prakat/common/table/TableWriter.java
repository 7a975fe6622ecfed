package org.prakat.common.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row; what is written does not stay in memory. Closing it ends the table, and leaves the stream that
 * it goes to open.
 */
public interface TableWriter extends Closeable {

    /**
     * Writes the next row.
     *
     * @param cells texts, numbers, {@code LocalDate}s, {@code Instant}s (shown as the office's date and time) or null
     */
    void row(List<? extends @Nullable Object> cells) throws IOException;
}
