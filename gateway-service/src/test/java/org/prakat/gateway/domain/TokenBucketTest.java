package org.prakat.gateway.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.prakat.gateway.domain.TokenBucket.Rate;

class TokenBucketTest {

    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final Rate RATE = new Rate(60, 3);

    @Test
    void givesAsManyAtOnceAsItHolds() {
        TokenBucket bucket = TokenBucket.full(RATE, NOW);
        for (int i = 0; i < 3; i++) {
            assertThat(bucket.hasOne()).isTrue();
            bucket = bucket.withOneLess();
        }

        assertThat(bucket.hasOne()).isFalse();
        assertThat(bucket.wait(RATE)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void fillsAtItsRateAndNeverBeyondItsSize() {
        TokenBucket empty = new TokenBucket(0, NOW);

        assertThat(empty.filled(RATE, NOW.plusMillis(999)).hasOne()).isFalse();
        assertThat(empty.filled(RATE, NOW.plusMillis(400)).wait(RATE)).isEqualTo(Duration.ofMillis(600));
        assertThat(empty.filled(RATE, NOW.plusMillis(1000)).hasOne()).isTrue();
        assertThat(empty.filled(RATE, NOW.plusSeconds(3600)).content()).isEqualTo(3);
    }

    @Test
    void aClockThatGoesBackTakesNothingAway() {
        assertThat(TokenBucket.full(RATE, NOW)
                        .filled(RATE, NOW.minusSeconds(10))
                        .content())
                .isEqualTo(3);
    }
}
