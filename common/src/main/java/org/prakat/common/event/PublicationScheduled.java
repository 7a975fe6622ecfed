package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/**
 * The webmaster checked an item (3.1) and set the time at which it goes on the site.
 *
 * @param publishAt UTC
 */
public record PublicationScheduled(
        String requestId, int revision, Person webmaster, OrderReference order, Instant publishAt)
        implements PublicationEvent {

    public PublicationScheduled {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(publishAt, "publishAt");
    }
}
