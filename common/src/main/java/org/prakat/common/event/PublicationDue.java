package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/**
 * The time has come to put a scheduled item on the site.
 *
 * @param dueAt the time that the webmaster set, UTC; the event itself is never earlier
 */
public record PublicationDue(String requestId, int revision, Instant dueAt) implements ExpiryEvent {

    public PublicationDue {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
