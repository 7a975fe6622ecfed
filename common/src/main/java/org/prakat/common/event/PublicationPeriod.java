package org.prakat.common.event;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long an item stands on the site: so many days, months or years, or to a last day. Days are the office's days.
 *
 * @param amount how many; only with the unit of a length
 * @param lastDay the last day on the site; only with {@link Unit#UNTIL_DATE}
 */
public record PublicationPeriod(Unit unit, @Nullable Integer amount, @Nullable LocalDate lastDay) {

    /** What a period is counted in. */
    public enum Unit {
        DAYS,
        MONTHS,
        YEARS,
        UNTIL_DATE
    }

    /** @throws IllegalArgumentException when the components do not belong together, or the amount is not 1 to 36,500 */
    public PublicationPeriod {
        Objects.requireNonNull(unit, "unit");
        boolean untilDate = unit == Unit.UNTIL_DATE;
        if (untilDate != (lastDay != null) || untilDate == (amount != null)) {
            throw new IllegalArgumentException("a period has either an amount or a last day, as its unit says");
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

    /** The first day on which the item no longer stands on the site, when it went up on {@code firstDay}. */
    public LocalDate firstDayAfter(LocalDate firstDay) {
        return switch (unit) {
            case DAYS -> firstDay.plusDays(length());
            case MONTHS -> firstDay.plusMonths(length());
            case YEARS -> firstDay.plusYears(length());
            case UNTIL_DATE -> Objects.requireNonNull(lastDay).plusDays(1);
        };
    }

    /** Whether it ends later than another one, when both begin on {@code firstDay}. */
    public boolean isLongerThan(PublicationPeriod other, LocalDate firstDay) {
        return firstDayAfter(firstDay).isAfter(other.firstDayAfter(firstDay));
    }

    private int length() {
        return Objects.requireNonNull(amount);
    }
}
