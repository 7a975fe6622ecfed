package org.prakat.common.event;

import java.util.Objects;

/**
 * The webmaster called off the time that was set; the item waits for the webmaster again.
 *
 * @param publishing until when the webmaster is to publish now
 */
public record ScheduleCancelled(String requestId, int revision, Person webmaster, OrderReference order, Due publishing)
        implements PublicationEvent {
    public ScheduleCancelled {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(publishing, "publishing");
    }
}
