package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody checked that the item is still current (3.3).
 *
 * @param by the webmaster, or the owner
 * @param at UTC
 * @param next when it is to be checked again; absent: never
 */
public record CurrencyConfirmed(String requestId, int revision, Person by, Instant at, @Nullable Due next)
        implements PublicationEvent {
    public CurrencyConfirmed {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
