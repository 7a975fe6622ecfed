package org.prakat.common.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OfficeZoneTest {

    @Test
    void theOfficesDayBeginsSevenHoursBeforeTheDayOfUtc() {
        LocalDate day = LocalDate.of(2026, 11, 25);

        assertThat(OfficeZone.startOf(day)).isEqualTo(Instant.parse("2026-11-24T17:00:00Z"));
        assertThat(OfficeZone.dateOf(Instant.parse("2026-11-24T17:00:00Z"))).isEqualTo(day);
        assertThat(OfficeZone.dateOf(Instant.parse("2026-11-24T16:59:59.999999999Z")))
                .isEqualTo(day.minusDays(1));
    }

    @Test
    void everyDayOfACenturyBeginsWhereTheOneBeforeItEndsAndHasTwentyFourHours() {
        assertThat(LocalDate.of(2000, 1, 1).datesUntil(LocalDate.of(2100, 1, 1)))
                .allSatisfy(day -> {
                    Instant start = OfficeZone.startOf(day);
                    assertThat(OfficeZone.dateOf(start)).isEqualTo(day);
                    assertThat(OfficeZone.dateOf(start.minusNanos(1))).isEqualTo(day.minusDays(1));
                    assertThat(Duration.between(start, OfficeZone.startOf(day.plusDays(1))))
                            .isEqualTo(Duration.ofHours(24));
                });
    }
}
