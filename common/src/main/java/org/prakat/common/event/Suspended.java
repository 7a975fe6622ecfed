package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/** An item is off the site until the approver confirms in writing what was said by word of mouth. */
public record Suspended(String requestId, int revision, Instant at) implements PublicationEvent {
    public Suspended {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(at, "at");
    }
}
