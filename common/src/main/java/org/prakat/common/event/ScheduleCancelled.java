package org.prakat.common.event;

import java.util.Objects;

/** The webmaster called off the time that was set; the item waits for the webmaster again. */
public record ScheduleCancelled(String requestId, int revision, Person webmaster, OrderReference order)
        implements PublicationEvent {
    public ScheduleCancelled {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(order, "order");
    }
}
