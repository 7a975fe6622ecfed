package org.prakat.request.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a request's item stands on the site, or stood.
 *
 * @param fiscalYear Buddhist year in which the fiscal year ends
 * @param publishingOrder its number within the category and the fiscal year
 * @param address the permanent path on the public site
 * @param publishedFrom UTC
 * @param expiresAt UTC; absent: it stays
 * @param currencyDue until when it is next to be checked that it is current, UTC; absent: never
 */
public record Standing(
        String category,
        int fiscalYear,
        int publishingOrder,
        String address,
        Instant publishedFrom,
        @Nullable Instant expiresAt,
        @Nullable Instant currencyDue) {

    /** The same place with another end. */
    Standing until(@Nullable Instant end) {
        return new Standing(category, fiscalYear, publishingOrder, address, publishedFrom, end, currencyDue);
    }

    /** The same place, to be checked that it is current by then. */
    Standing checkedBy(@Nullable Instant due) {
        return new Standing(category, fiscalYear, publishingOrder, address, publishedFrom, expiresAt, due);
    }

    /** Whether its period has ended. */
    boolean isOverAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
