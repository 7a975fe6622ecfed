package org.prakat.request.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an office wishes to be told its outcomes by itself: one address for each office.
 *
 * @param client the program that laid it down, as an actor: while it may not call, nothing is sent
 * @param previous the secret before this one, by which is signed as well for some time
 * @param previousUntil the end of that time, UTC
 * @param queued the number of the last outcome that has its delivery
 * @param failingSince since when nothing arrived, UTC; absent: the last try did
 */
public record Webhook(
        String office,
        String client,
        String url,
        State state,
        WebhookSecret secret,
        @Nullable WebhookSecret previous,
        @Nullable Instant previousUntil,
        long queued,
        @Nullable Instant failingSince) {

    /** For how long both secrets are signed by after a change. */
    public static final Duration GRACE = Duration.ofHours(24);

    /** Whether something is sent. */
    public enum State {
        ACTIVE,
        /** The office wishes nothing for the time being. */
        PAUSED,
        /** The address answered that it is gone (410). */
        GONE
    }

    /** A new one, for what comes after a number. */
    public static Webhook begin(String office, String client, String url, State state, long after) {
        return new Webhook(office, client, url, state, WebhookSecret.draw(), null, null, after, null);
    }

    public Webhook leadingTo(String newUrl, State newState, String newClient) {
        return new Webhook(office, newClient, newUrl, newState, secret, previous, previousUntil, queued, failingSince);
    }

    public Webhook withNewSecret(Instant now) {
        return new Webhook(
                office, client, url, state, WebhookSecret.draw(), secret, now.plus(GRACE), queued, failingSince);
    }

    /** The secrets to sign by at a time, the newest first. */
    public List<WebhookSecret> secretsAt(Instant now) {
        return previous != null && previousUntil != null && now.isBefore(previousUntil)
                ? List.of(secret, previous)
                : List.of(secret);
    }
}
