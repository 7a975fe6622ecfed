package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/** The hold on the removal of an item was released; an end that has passed meanwhile takes effect at once. */
public record HoldReleased(String requestId, int revision, Person by, OrderReference order, Instant at)
        implements PublicationEvent {
    public HoldReleased {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(at, "at");
    }
}
