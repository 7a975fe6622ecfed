package org.prakat.gateway.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * Lets calls through at a steady rate, and some at once after a pause (the token bucket algorithm).
 *
 * @param content how many calls may come now
 * @param filledAt up to when it was filled, UTC
 */
public record TokenBucket(double content, Instant filledAt) {

    /**
     * How fast it fills.
     *
     * @param perMinute calls in the long run
     * @param burst the most at once
     */
    public record Rate(int perMinute, int burst) {

        private static final double MILLIS_OF_A_MINUTE = 60_000;

        double perMilli() {
            return perMinute / MILLIS_OF_A_MINUTE;
        }
    }

    public static TokenBucket full(Rate rate, Instant now) {
        return new TokenBucket(rate.burst(), now);
    }

    /** As it is at this time. */
    public TokenBucket filled(Rate rate, Instant now) {
        long passed = Math.max(0, Duration.between(filledAt, now).toMillis());
        return new TokenBucket(Math.min(rate.burst(), content + passed * rate.perMilli()), now);
    }

    public boolean hasOne() {
        return content >= 1;
    }

    public TokenBucket withOneLess() {
        return new TokenBucket(content - 1, filledAt);
    }

    /** How long until there is one. */
    public Duration wait(Rate rate) {
        return Duration.ofMillis((long) Math.ceil(Math.max(0, 1 - content) / rate.perMilli()));
    }
}
