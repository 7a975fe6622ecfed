package org.prakat.common.event;

import java.util.Objects;

/**
 * Somebody stopped the coming removal of an item, with a reason: its files stay, and so does the item, until the hold is released.
 *
 * @param reason in words
 */
public record RemovalHeld(String requestId, int revision, Person by, OrderReference order, String reason)
        implements PublicationEvent {
    public RemovalHeld {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(reason, "reason");
    }
}
