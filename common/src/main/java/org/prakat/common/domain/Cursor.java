package org.prakat.common.domain;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page of a list ended: the time that the list is ordered by, and the id that breaks ties. Opaque to callers.
 */
public record Cursor(Instant time, String id) {

    public String encode() {
        String text = time + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #encode} wrote; empty for anything else. */
    public static Optional<Cursor> decode(String encoded) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            if (space < 0) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(Instant.parse(text.substring(0, space)), text.substring(space + 1)));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
