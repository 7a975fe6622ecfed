package org.prakat.gateway.domain;

import java.time.Instant;

/**
 * An access token of an office's program.
 *
 * @param tokenHash SHA-256 of the token: who reads the database cannot use it
 * @param issuedAt UTC
 * @param end from when on it is no longer good, UTC
 */
public record OfficeToken(String tokenHash, String clientId, Instant issuedAt, Instant end) {

    /** Whether it is still good: not over, and issued for the secret that its client has now. */
    public boolean isGood(OfficeClient client, Instant now) {
        return client.active()
                && client.secretHash() != null
                && !issuedAt.isBefore(client.secretChangedAt())
                && now.isBefore(end);
    }
}
