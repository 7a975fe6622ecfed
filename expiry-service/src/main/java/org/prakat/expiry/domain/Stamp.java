package org.prakat.expiry.domain;

import java.time.Instant;
import org.prakat.common.domain.EventContext;

/**
 * When an event happened, in an order that decides whether it calls off what another one set: by time, and at the same time
 * by the version of the aggregate.
 *
 * @param at UTC
 * @param sequence the version; only comparable between events of one service
 */
public record Stamp(Instant at, long sequence) implements Comparable<Stamp> {

    public static Stamp of(EventContext context) {
        return new Stamp(context.time(), context.sequence());
    }

    /** After whatever another service told at the same time: a decision comes after what it decides on. */
    public Stamp afterOthers() {
        return new Stamp(at, Long.MAX_VALUE);
    }

    /** Just before: what comes up to here was there when the event happened. */
    public Stamp before() {
        return new Stamp(at, sequence - 1);
    }

    @Override
    public int compareTo(Stamp other) {
        int byTime = at.compareTo(other.at);
        return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
}
