package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/** A suspended item is on the site again: the approver confirmed. */
public record Resumed(String requestId, int revision, Instant at) implements PublicationEvent {
    public Resumed {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(at, "at");
    }
}
