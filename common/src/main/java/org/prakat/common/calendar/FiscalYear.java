package org.prakat.common.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;

/**
 * A Thai fiscal year (ปีงบประมาณ): 1 October to 30 September.
 *
 * @param number the Buddhist year in which it ends, for example 2570
 */
public record FiscalYear(int number) implements Comparable<FiscalYear> {

    /** The fiscal year in which a day lies. */
    public static FiscalYear of(LocalDate day) {
        int year = ThaiBuddhistDate.from(day).get(ChronoField.YEAR_OF_ERA);
        return new FiscalYear(day.getMonthValue() >= Month.OCTOBER.getValue() ? year + 1 : year);
    }

    public LocalDate firstDay() {
        return lastDay().minusYears(1).plusDays(1);
    }

    public LocalDate lastDay() {
        return LocalDate.from(ThaiBuddhistChronology.INSTANCE.date(number, Month.SEPTEMBER.getValue(), 30));
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(number, other.number);
    }
}
