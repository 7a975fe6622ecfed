package org.prakat.common.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * An event that was decided and stored, and is yet to be sent.
 *
 * @param eventId fixed when it was decided
 * @param sequence the version of the aggregate that it made
 * @param type its name on the wire
 * @param subject what it is about: the record's key
 * @param time when it was decided, UTC
 * @param body the JSON that is sent
 */
public record OutboxEntry(String eventId, long sequence, String type, String subject, Instant time, String body) {

    byte[] bodyBytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
