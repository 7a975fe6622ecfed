package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/**
 * The publication period of an item has ended (3.4).
 *
 * @param dueAt the end of the period, UTC; the event itself is never earlier
 */
public record Expired(String requestId, int revision, Instant dueAt) implements ExpiryEvent {

    public Expired {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
