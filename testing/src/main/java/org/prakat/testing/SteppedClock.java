package org.prakat.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
public final class SteppedClock implements InstantSource {

    private Instant now;

    public SteppedClock(Instant start) {
        this.now = start;
    }

    public static SteppedClock at(String start) {
        return new SteppedClock(Instant.parse(start));
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void advance(Duration step) {
        now = now.plus(step);
    }

    public synchronized void set(Instant instant) {
        now = instant;
    }
}
