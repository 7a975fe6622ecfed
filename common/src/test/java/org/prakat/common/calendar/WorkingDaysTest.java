package org.prakat.common.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);
    private static final LocalDate MONDAY = FRIDAY.plusDays(3);

    @Test
    void theWeekendDoesNotCount() {
        assertThat(new WorkingDays(Set.of()).after(FRIDAY, 1)).isEqualTo(MONDAY);
        assertThat(new WorkingDays(Set.of()).after(FRIDAY.plusDays(1), 1)).isEqualTo(MONDAY);
    }

    @Test
    void norDoesAHoliday() {
        assertThat(new WorkingDays(Set.of(MONDAY)).after(FRIDAY, 1)).isEqualTo(MONDAY.plusDays(1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itIsTheNthDayThatCounts(long seed) {
        Random random = new Random(seed);
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            holidays.add(FRIDAY.plusDays(random.nextInt(200)));
        }
        WorkingDays working = new WorkingDays(holidays);
        for (int i = 0; i < 100; i++) {
            LocalDate from = FRIDAY.plusDays(random.nextInt(150));
            int days = 1 + random.nextInt(20);

            LocalDate found = working.after(from, days);

            assertThat(working.contains(found)).isTrue();
            assertThat(from.plusDays(1)
                            .datesUntil(found.plusDays(1))
                            .filter(working::contains)
                            .count())
                    .isEqualTo(days);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void daysAddUp(long seed) {
        Random random = new Random(seed);
        WorkingDays working = new WorkingDays(Set.of(MONDAY, MONDAY.plusDays(9)));
        for (int i = 0; i < 100; i++) {
            LocalDate from = FRIDAY.plusDays(random.nextInt(20));
            int first = 1 + random.nextInt(9);
            int second = 1 + random.nextInt(9);

            assertThat(working.after(working.after(from, first), second))
                    .isEqualTo(working.after(from, first + second));
        }
    }
}
