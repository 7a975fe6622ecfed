package org.prakat.common.event;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A publication stands longer than before.
 *
 * @param requestId of the publication
 * @param amendment the request that asked for it
 * @param expiresAt from when on it is no longer public, UTC; absent: never
 * @param remindAt when its owner is to be reminded before that, UTC
 */
public record Extended(
        String requestId,
        int revision,
        String amendment,
        Person webmaster,
        OrderReference order,
        @Nullable Instant expiresAt,
        List<Instant> remindAt)
        implements PublicationEvent {
    public Extended {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(amendment, "amendment");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(order, "order");
        remindAt = List.copyOf(remindAt);
    }
}
