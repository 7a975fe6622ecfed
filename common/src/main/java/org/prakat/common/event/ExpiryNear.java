package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/**
 * The end of a publication period comes near (3.4): the owner is reminded, while there is time to extend.
 *
 * @param expiresAt UTC
 */
public record ExpiryNear(String requestId, int revision, Instant expiresAt) implements ExpiryEvent {
    public ExpiryNear {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
