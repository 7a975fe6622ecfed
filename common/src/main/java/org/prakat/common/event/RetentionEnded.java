package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/** The time for which the archive keeps a removed item is over. */
public record RetentionEnded(String requestId, int revision, Instant dueAt) implements ExpiryEvent {
    public RetentionEnded {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
