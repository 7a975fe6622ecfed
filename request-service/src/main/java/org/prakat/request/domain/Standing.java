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
 */
public record Standing(
        String category,
        int fiscalYear,
        int publishingOrder,
        String address,
        Instant publishedFrom,
        @Nullable Instant expiresAt) {

    /** The same place with another end. */
    Standing until(@Nullable Instant end) {
        return new Standing(category, fiscalYear, publishingOrder, address, publishedFrom, end);
    }

    /** Whether its period has ended. */
    boolean isOverAt(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
