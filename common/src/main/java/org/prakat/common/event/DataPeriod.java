package org.prakat.common.event;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The dates that published data covers, both included.
 *
 * @param start not after {@code end}; whoever takes input checks that, since events are read as they were sent
 */
public record DataPeriod(LocalDate start, LocalDate end) {

    public DataPeriod {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
    }
}
