package org.prakat.request.domain;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The secret by which an office knows that a delivery comes from here (Standard Webhooks, symmetric signatures).
 *
 * @param text {@code whsec_} and 32 random bytes in Base64
 */
public record WebhookSecret(String text) {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    public static WebhookSecret draw() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** What is signed with. */
    public byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Nothing that is logged or shown by mistake gives it away. */
    @Override
    public String toString() {
        return "WebhookSecret[...]";
    }
}
