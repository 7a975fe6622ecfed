package org.prakat.common.domain;

import java.time.Instant;

/**
 * What the envelope says of an event.
 *
 * @param id the same on every resend
 * @param time when it happened, UTC
 * @param sequence the version of the aggregate that it made: orders the events of one aggregate
 */
public record EventContext(String id, Instant time, long sequence) {

    /** This event as the cause of a change that is made at {@code now}. */
    public Cause causeAt(Instant now) {
        return Cause.event(id, now);
    }
}
