package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/**
 * An item was put on the site (3.2).
 *
 * @param order the order that appointed the webmaster
 * @param fiscalYear the Buddhist year in which the fiscal year of the publication ends, for example 2570
 * @param publishingOrder its running number within the category and the fiscal year, from 1
 * @param address its permanent path on the public site
 * @param publishedFrom since when it is public, UTC
 * @param expiresAt from when on it no longer is, UTC
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
        Instant expiresAt)
        implements PublicationEvent {

    public Published {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(publishedFrom, "publishedFrom");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
