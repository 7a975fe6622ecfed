package org.prakat.common.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.PublicationPeriod.Unit;

class PublicationPeriodTest {

    private static final LocalDate LAST_OF_JANUARY = LocalDate.of(2027, 1, 31);

    @Test
    void theFirstDayCounts() {
        assertThat(PublicationPeriod.days(1).firstDayAfter(LAST_OF_JANUARY)).isEqualTo("2027-02-01");
    }

    @Test
    void monthsAndYearsFollowTheCalendar() {
        assertThat(PublicationPeriod.months(1).firstDayAfter(LAST_OF_JANUARY)).isEqualTo("2027-02-28");
        assertThat(PublicationPeriod.years(1).firstDayAfter(LAST_OF_JANUARY)).isEqualTo("2028-01-31");
    }

    @Test
    void untilADateIncludesThatDate() {
        assertThat(PublicationPeriod.until(LAST_OF_JANUARY).firstDayAfter(LocalDate.of(2026, 1, 1)))
                .isEqualTo("2027-02-01");
    }

    @Test
    void aPeriodMayEndWithTheFiscalYearOrSoManyYearsAfterIt() {
        PublicationPeriod endOfYear = PublicationPeriod.of(Unit.END_OF_FISCAL_YEAR);

        assertThat(endOfYear.firstDayAfter(LocalDate.of(2026, 9, 30))).isEqualTo("2026-10-01");
        assertThat(endOfYear.firstDayAfter(LocalDate.of(2026, 10, 1))).isEqualTo("2027-10-01");
        assertThat(PublicationPeriod.yearsAfterFiscalYear(2).firstDayAfter(LAST_OF_JANUARY))
                .isEqualTo("2029-10-01");
    }

    @Test
    void whatStaysUntilReplacedOrForEverHasNoEnd() {
        PublicationPeriod permanent = PublicationPeriod.of(Unit.PERMANENT);

        assertThat(permanent.firstDayAfter(LAST_OF_JANUARY)).isNull();
        assertThat(PublicationPeriod.of(Unit.UNTIL_REPLACED).firstDayAfter(LAST_OF_JANUARY))
                .isNull();
        assertThat(permanent.isLongerThan(PublicationPeriod.years(100), LAST_OF_JANUARY))
                .isTrue();
        assertThat(PublicationPeriod.years(100).isLongerThan(permanent, LAST_OF_JANUARY))
                .isFalse();
        assertThat(permanent.isLongerThan(permanent, LAST_OF_JANUARY)).isFalse();
    }

    @Test
    void amountAndLastDayExcludeEachOther() {
        assertThatThrownBy(() -> new PublicationPeriod(Unit.DAYS, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PublicationPeriod(Unit.DAYS, 3, LAST_OF_JANUARY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PublicationPeriod(Unit.UNTIL_DATE, 3, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PublicationPeriod.days(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
