package org.prakat.expiry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StampTest {

    private static final Instant NOON = Instant.parse("2026-11-25T05:00:00Z");

    @Test
    void theLaterOneIsGreaterWhateverTheVersion() {
        assertThat(new Stamp(NOON, 9)).isLessThan(new Stamp(NOON.plusMillis(1), 1));
    }

    @Test
    void atTheSameTimeTheVersionDecides() {
        assertThat(new Stamp(NOON, 1)).isLessThan(new Stamp(NOON, 2));
        assertThat(new Stamp(NOON, 2).before()).isEqualTo(new Stamp(NOON, 1));
        assertThat(new Stamp(NOON, 1).afterOthers()).isGreaterThan(new Stamp(NOON, 1_000));
    }
}
