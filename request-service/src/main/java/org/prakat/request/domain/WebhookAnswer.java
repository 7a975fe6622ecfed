package org.prakat.request.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one try to deliver.
 *
 * @param status of the HTTP answer; 0: there was none
 * @param trouble why there was none
 * @param retryAfter how long it asks to be left alone
 */
public record WebhookAnswer(int status, @Nullable Trouble trouble, @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    /** Why there was no answer. No more is told: an office must not explore networks by our eyes. */
    public enum Trouble {
        /** Its name leads to an address that is not public. */
        NOT_PUBLIC,
        /** No connection, none that can be trusted, or one that broke off. */
        UNREACHABLE,
        /** No answer in time. */
        TOO_SLOW
    }

    public static WebhookAnswer none(Trouble trouble) {
        return new WebhookAnswer(0, trouble, null);
    }

    /** Any 2xx; a redirection is none. */
    public boolean isTaken() {
        return status >= 200 && status < 300;
    }

    public boolean isGone() {
        return status == GONE;
    }
}
