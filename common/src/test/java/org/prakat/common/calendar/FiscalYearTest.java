package org.prakat.common.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalYearTest {

    private static final LocalDate FIRST = LocalDate.of(1999, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 9, 30);

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 2569",
        "2026-10-01, 2570",
        "2026-11-25, 2570",
        "2026-12-31, 2570",
        "2027-01-01, 2570",
        "2027-09-30, 2570",
        "2027-10-01, 2571",
        "2024-02-29, 2567"
    })
    void aDayLiesInTheYearThatIsNamedByItsEnd(LocalDate day, int year) {
        assertThat(FiscalYear.of(day)).isEqualTo(new FiscalYear(year));
    }

    @Test
    void aYearHasItsFirstDayInOctoberAndItsLastInSeptember() {
        assertThat(new FiscalYear(2570).firstDay()).isEqualTo(LocalDate.of(2026, Month.OCTOBER, 1));
        assertThat(new FiscalYear(2570).lastDay()).isEqualTo(LocalDate.of(2027, Month.SEPTEMBER, 30));
    }

    @Test
    void everyDayOfACenturyLiesBetweenTheFirstAndTheLastDayOfItsYear() {
        assertThat(days()).allSatisfy(day -> {
            FiscalYear year = FiscalYear.of(day);
            assertThat(day).isBetween(year.firstDay(), year.lastDay());
        });
    }

    @Test
    void theYearsFollowEachOtherWithoutGapOrOverlap() {
        assertThat(IntStream.rangeClosed(2543, 2643).mapToObj(FiscalYear::new)).allSatisfy(year -> {
            FiscalYear next = new FiscalYear(year.number() + 1);
            assertThat(year.lastDay().plusDays(1)).isEqualTo(next.firstDay());
            assertThat(year).isLessThan(next);
        });
    }

    @Test
    void theYearNeverFallsAndRisesOnTheFirstOfOctoberOnly() {
        assertThat(days().skip(1)).allSatisfy(day -> {
            int risen = FiscalYear.of(day).number()
                    - FiscalYear.of(day.minusDays(1)).number();
            boolean begins = day.getMonth() == Month.OCTOBER && day.getDayOfMonth() == 1;
            assertThat(risen).isEqualTo(begins ? 1 : 0);
        });
    }

    private static Stream<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1));
    }
}
