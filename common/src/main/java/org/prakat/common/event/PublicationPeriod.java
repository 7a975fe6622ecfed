package org.prakat.common.event;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.FiscalYear;

/**
 * How long an item stands on the site. Days are the office's days.
 *
 * @param amount how many days, months or years; only with a unit that counts
 * @param lastDay the last day on the site; only with {@link Unit#UNTIL_DATE}
 */
public record PublicationPeriod(Unit unit, @Nullable Integer amount, @Nullable LocalDate lastDay) {

    /** What a period is counted in, or what ends it. */
    public enum Unit {
        DAYS,
        MONTHS,
        YEARS,
        UNTIL_DATE,
        /** To the end of the fiscal year in which it went up. */
        END_OF_FISCAL_YEAR,
        /** So many years after the end of that fiscal year. */
        YEARS_AFTER_FISCAL_YEAR,
        /** Until a new version takes its place. */
        UNTIL_REPLACED,
        PERMANENT;

        boolean counts() {
            return this == DAYS || this == MONTHS || this == YEARS || this == YEARS_AFTER_FISCAL_YEAR;
        }
    }

    /** @throws IllegalArgumentException when the components do not belong together, or the amount is not 1 to 36,500 */
    public PublicationPeriod {
        Objects.requireNonNull(unit, "unit");
        if ((unit == Unit.UNTIL_DATE) != (lastDay != null) || unit.counts() != (amount != null)) {
            throw new IllegalArgumentException("a period has an amount or a last day only where its unit says so");
        }
        if (amount != null && (amount < 1 || amount > 36_500)) {
            throw new IllegalArgumentException("amount must be 1 to 36500: " + amount);
        }
    }

    public static PublicationPeriod days(int days) {
        return new PublicationPeriod(Unit.DAYS, days, null);
    }

    public static PublicationPeriod months(int months) {
        return new PublicationPeriod(Unit.MONTHS, months, null);
    }

    public static PublicationPeriod years(int years) {
        return new PublicationPeriod(Unit.YEARS, years, null);
    }

    public static PublicationPeriod until(LocalDate lastDay) {
        return new PublicationPeriod(Unit.UNTIL_DATE, null, lastDay);
    }

    public static PublicationPeriod yearsAfterFiscalYear(int years) {
        return new PublicationPeriod(Unit.YEARS_AFTER_FISCAL_YEAR, years, null);
    }

    /** One of those that need neither an amount nor a date. */
    public static PublicationPeriod of(Unit unit) {
        return new PublicationPeriod(unit, null, null);
    }

    /**
     * The first day on which the item no longer stands on the site, when it went up on {@code firstDay}; null when it has no
     * end of its own.
     */
    public @Nullable LocalDate firstDayAfter(LocalDate firstDay) {
        return switch (unit) {
            case DAYS -> firstDay.plusDays(length());
            case MONTHS -> firstDay.plusMonths(length());
            case YEARS -> firstDay.plusYears(length());
            case UNTIL_DATE -> Objects.requireNonNull(lastDay).plusDays(1);
            case END_OF_FISCAL_YEAR -> endOfFiscalYear(firstDay);
            case YEARS_AFTER_FISCAL_YEAR -> endOfFiscalYear(firstDay).plusYears(length());
            case UNTIL_REPLACED, PERMANENT -> null;
        };
    }

    private static LocalDate endOfFiscalYear(LocalDate firstDay) {
        return FiscalYear.of(firstDay).lastDay().plusDays(1);
    }

    /** Whether it ends later than another one, when both begin on {@code firstDay}. */
    public boolean isLongerThan(PublicationPeriod other, LocalDate firstDay) {
        LocalDate end = firstDayAfter(firstDay);
        LocalDate otherEnd = other.firstDayAfter(firstDay);
        return otherEnd != null && (end == null || end.isAfter(otherEnd));
    }

    private int length() {
        return Objects.requireNonNull(amount);
    }
}
