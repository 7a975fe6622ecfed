package org.prakat.request.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The other office that handed a request in.
 *
 * @param office its code: who may see the request from outside
 * @param client the program that spoke for it
 * @param eventId the id of the event by which it did so, unique within that office
 */
public record Sender(String office, String client, String eventId, Contact contact) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 20;

    public String requestId() {
        return requestId(office, eventId);
    }

    /** How a request remembers that it has dealt with an event of an office. */
    public static String eventKey(String office, String eventId) {
        return office + "/" + eventId;
    }

    /**
     * The id of the request that an event makes: the same event makes the same request, however often it comes. A hundred
     * bits of a SHA-256, so that nobody can find an event that makes another's.
     */
    public static String requestId(String office, String eventId) {
        byte[] digest = sha256(eventKey(office, eventId));
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(digest[i] & 31));
        }
        return id.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaPlatformHasIt) {
            throw new IllegalStateException(everyJavaPlatformHasIt);
        }
    }
}
