package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T01:29:59Z, 2026-11-25T01:30:00Z",
        "2026-11-25T01:30:00Z, 2026-11-26T01:30:00Z",
        "2026-11-25T16:59:00Z, 2026-11-26T01:30:00Z",
        "2026-11-25T17:01:00Z, 2026-11-26T01:30:00Z"
    })
    void aDigestGoesOutOnTheNextMorningInBangkok(Instant notice, Instant digest) {
        assertThat(Delivery.digestAfter(notice)).isEqualTo(digest);
    }
}
