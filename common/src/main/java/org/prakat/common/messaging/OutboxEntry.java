package org.prakat.common.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that was decided and stored, and is yet to be sent.
 *
 * @param eventId fixed when it was decided
 * @param sequence the version of the aggregate that it made
 * @param type its name on the wire
 * @param subject what it is about: the record's key
 * @param time when it was decided, UTC
 * @param body the JSON that is sent
 * @param traceparent where the trace goes on in which it was decided; absent when that was not traced
 */
public record OutboxEntry(
        String eventId,
        long sequence,
        String type,
        String subject,
        Instant time,
        String body,
        @Nullable String traceparent) {

    byte[] bodyBytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
