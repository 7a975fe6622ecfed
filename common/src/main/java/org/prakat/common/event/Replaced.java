package org.prakat.common.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new version took the place of a publication, at the same address.
 *
 * @param requestId of the publication
 * @param revision of the version that was replaced
 * @param amendment the request that brought the new version
 * @param title of the new version
 * @param publishedFrom since when the new version is public, UTC
 * @param expiresAt from when on it is no longer public, UTC; absent: never
 * @param remindAt when its owner is to be reminded before that, UTC
 * @param currencyCheck when it is to be checked that it is current; absent: never
 */
public record Replaced(
        String requestId,
        int revision,
        String amendment,
        Person webmaster,
        OrderReference order,
        String title,
        Instant publishedFrom,
        @Nullable Instant expiresAt,
        List<Instant> remindAt,
        @Nullable Due currencyCheck)
        implements PublicationEvent {
    public Replaced {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(amendment, "amendment");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(publishedFrom, "publishedFrom");
        remindAt = List.copyOf(remindAt);
    }
}
