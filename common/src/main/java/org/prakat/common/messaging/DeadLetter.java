package org.prakat.common.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a consumer could not handle.
 *
 * @param id where it lies on the dead-letter topic: partition and offset
 * @param reason why it could not be handled, for the administrator
 * @param at when it was given up, UTC
 * @param settledBy the administrator who replayed or discarded it
 * @param remark why it was discarded
 */
public record DeadLetter(
        String id,
        WireEvent event,
        String reason,
        Instant at,
        Status status,
        @Nullable String settledBy,
        @Nullable String remark) {

    /** What has become of it. */
    public enum Status {
        WAITING,
        REPLAYED,
        DISCARDED
    }
}
