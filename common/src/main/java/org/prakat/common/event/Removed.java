package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item was taken off the site and its files are in the archive (3.4).
 *
 * @param invisibleSince from when on the public could no longer read it, UTC
 * @param retainUntil until when the archive keeps its files, UTC; absent: for ever
 */
public record Removed(
        String requestId, int revision, Cause cause, Instant invisibleSince, @Nullable Instant retainUntil)
        implements PublicationEvent {

    /** Why an item leaves the site. */
    public enum Cause {
        /** Its publication period ended. */
        EXPIRED,
        /** It should not have been published. */
        PUBLISHED_IN_ERROR,
        /** Another item took its place, at another address. */
        REPLACED,
        /** It shows data of persons: at once. */
        PERSONAL_DATA,
        /** It was withdrawn, with a notice. */
        WITHDRAWN,
        /** The approver did not confirm what was recorded as said by word of mouth. */
        APPROVAL_REFUSED
    }

    public Removed {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(invisibleSince, "invisibleSince");
    }
}
