package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/**
 * An item was taken off the site and its files are in the archive (3.4).
 *
 * @param invisibleSince from when on the public could no longer read it, UTC
 */
public record Removed(String requestId, int revision, Cause cause, Instant invisibleSince) implements PublicationEvent {

    /** Why an item leaves the site. */
    public enum Cause {
        /** Its publication period ended. */
        EXPIRED
    }

    public Removed {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(invisibleSince, "invisibleSince");
    }
}
