package org.prakat.common.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What brought a change about, and when: a person's call, or an event, whose id makes sure that it acts once.
 *
 * @param at whole milliseconds, UTC, as the database keeps them
 * @param by who called; absent when an event was handled
 * @param eventId the id of the event that was handled; absent for a call
 */
public record Cause(Instant at, @Nullable String eventId, @Nullable Identity by) {

    public Cause {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Cause call(Identity by, Instant at) {
        return new Cause(at, null, by);
    }

    public static Cause event(String eventId, Instant at) {
        return new Cause(at, eventId, null);
    }
}
