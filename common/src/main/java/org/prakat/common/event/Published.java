package org.prakat.common.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An item was put on the site (3.2).
 *
 * @param order the order that appointed the webmaster
 * @param fiscalYear the Buddhist year in which the fiscal year of the publication ends, for example 2570
 * @param publishingOrder its running number within the category and the fiscal year, from 1
 * @param address its permanent path on the public site
 * @param publishedFrom since when it is public, UTC
 * @param expiresAt from when on it no longer is, UTC; absent: it stays
 * @param remindAt when its owner is to be reminded before that, UTC
 * @param currencyCheck when it is to be checked that it is current; absent: never
 */
public record Published(
        String requestId,
        int revision,
        Person webmaster,
        OrderReference order,
        String title,
        String category,
        int fiscalYear,
        int publishingOrder,
        String address,
        Instant publishedFrom,
        @Nullable Instant expiresAt,
        List<Instant> remindAt,
        @Nullable Due currencyCheck)
        implements PublicationEvent {

    public Published {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(publishedFrom, "publishedFrom");
        remindAt = List.copyOf(remindAt);
    }
}
