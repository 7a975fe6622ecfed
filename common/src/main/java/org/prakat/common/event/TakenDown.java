package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody took an item off the site before its period ended. It is invisible at once; {@link Removed} follows when its
 * files are in the archive.
 *
 * @param explanation why, in words
 * @param by who did it, under {@code order}; both absent when the approver's refusal of a verbal approval did
 * @param amendment the request that asked for it, if one did
 * @param at since when it is invisible, UTC
 */
public record TakenDown(
        String requestId,
        int revision,
        Removed.Cause cause,
        String explanation,
        @Nullable Person by,
        @Nullable OrderReference order,
        @Nullable String amendment,
        Instant at)
        implements PublicationEvent {
    public TakenDown {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(explanation, "explanation");
        Objects.requireNonNull(at, "at");
    }
}
