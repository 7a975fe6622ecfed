package org.prakat.gateway.adapter.in.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.prakat.gateway.domain.TokenBucket;
import org.prakat.gateway.domain.TokenBucket.Rate;

/** How often each office may call this replica. */
final class OfficeRate {

    private static final int MOST_OFFICES = 10_000;

    private final Cache<String, TokenBucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST_OFFICES).build();
    private final Rate rate;
    private final InstantSource clock;

    OfficeRate(Rate rate, InstantSource clock) {
        this.rate = rate;
        this.clock = clock;
    }

    /** Takes a call in: zero when it may come, else how long it should wait. */
    synchronized Duration take(String office) {
        Instant now = clock.instant();
        TokenBucket last = buckets.getIfPresent(office);
        TokenBucket bucket = last == null ? TokenBucket.full(rate, now) : last.filled(rate, now);
        buckets.put(office, bucket.hasOne() ? bucket.withOneLess() : bucket);
        return bucket.hasOne() ? Duration.ZERO : bucket.wait(rate);
    }

    /** A time to wait as the header {@code Retry-After} says it: whole seconds, none of them too few. */
    static String seconds(Duration wait) {
        return String.valueOf(wait.plusMillis(999).toSeconds());
    }
}
