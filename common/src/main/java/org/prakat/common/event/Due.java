package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/**
 * Until when a step is to be done.
 *
 * @param remindAt when the one who has to do it is reminded, UTC; before {@code at}
 * @param at from when on it is overdue, UTC
 */
public record Due(Instant remindAt, Instant at) {
    public Due {
        Objects.requireNonNull(remindAt, "remindAt");
        Objects.requireNonNull(at, "at");
    }
}
