package org.prakat.gateway.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * A signed-in browser or program.
 *
 * @param tokenHash SHA-256 of the secret in the cookie: who reads the database cannot use it
 * @param csrfToken what unsafe calls must repeat in a header
 * @param startedAt UTC
 * @param seenAt when it was last used, to the minute, UTC
 */
public record Session(String tokenHash, String accountId, String csrfToken, Instant startedAt, Instant seenAt) {

    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration RESOLUTION = Duration.ofMinutes(1);

    /** Whether it is still good: used within the last 30 minutes, begun within the last 12 hours and after a change of password. */
    public boolean isGood(Account account, Instant now) {
        return account.active()
                && !startedAt.isBefore(account.passwordChangedAt())
                && now.isBefore(seenAt.plus(IDLE))
                && now.isBefore(startedAt.plus(LONGEST));
    }

    /** Whether its last use should be noted. */
    public boolean isToBeTouched(Instant now) {
        return now.isAfter(seenAt.plus(RESOLUTION));
    }

    /** From when on it cannot be good any more. */
    public Instant end() {
        return startedAt.plus(LONGEST);
    }
}
