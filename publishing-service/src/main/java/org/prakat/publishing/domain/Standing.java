package org.prakat.publishing.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.FiscalYear;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.event.PublicationPeriod;

/**
 * Where an item stands on the site, and for how long.
 *
 * @param fiscalYear Buddhist year in which the fiscal year of the publication ends
 * @param publishingOrder its number within the category and the fiscal year, from 1
 * @param orderKey category, year and number: no two publications have the same
 * @param publishedFrom since when it is public, UTC
 * @param expiresAt from when on it no longer is, UTC; absent: it stays
 */
public record Standing(
        int fiscalYear, int publishingOrder, String orderKey, Instant publishedFrom, @Nullable Instant expiresAt) {

    static Standing of(String category, int publishingOrder, PublicationPeriod period, Instant publishedFrom) {
        int year = fiscalYear(publishedFrom);
        return new Standing(
                year,
                publishingOrder,
                orderKey(category, year, publishingOrder),
                publishedFrom,
                end(period, publishedFrom));
    }

    /** The fiscal year in which something that appears at this instant is counted. */
    public static int fiscalYear(Instant publishedFrom) {
        return FiscalYear.of(OfficeZone.dateOf(publishedFrom)).number();
    }

    /** The beginning of the day after the last day of the period; null when it has none. */
    static @Nullable Instant end(PublicationPeriod period, Instant publishedFrom) {
        LocalDate firstDay = OfficeZone.dateOf(publishedFrom);
        LocalDate after = period.firstDayAfter(firstDay);
        return after == null ? null : OfficeZone.startOf(after);
    }

    public static String orderKey(String category, int fiscalYear, int publishingOrder) {
        return category + "/" + fiscalYear + "/" + publishingOrder;
    }

    /** The same place, with another end. */
    Standing until(@Nullable Instant end) {
        return new Standing(fiscalYear, publishingOrder, orderKey, publishedFrom, end);
    }

    /** The same place and number, for the next version. */
    Standing anew(PublicationPeriod period, Instant from) {
        return new Standing(fiscalYear, publishingOrder, orderKey, from, end(period, from));
    }

    /**
     * The end of an extension: a length adds to the running end, everything else is counted from today.
     *
     * @param running the present end
     */
    static @Nullable Instant extendedEnd(PublicationPeriod period, Instant running, Instant now) {
        boolean adds =
                switch (period.unit()) {
                    case DAYS, MONTHS, YEARS -> true;
                    default -> false;
                };
        return end(period, adds ? running : now);
    }

    /** Whether its period has ended. */
    public boolean isOverAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** The one rule of what is public: from the first moment, and before the last. */
    public boolean isPublicAt(Instant now) {
        return !now.isBefore(publishedFrom) && !isOverAt(now);
    }
}
