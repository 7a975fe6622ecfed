package org.prakat.common.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prakat.common.messaging.OutboxEntry;

class OutboxDocumentsTest {

    @Test
    void anEntryIsReadAsItWasWritten() {
        OutboxEntry traced = entry("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(OutboxDocuments.fromBson(OutboxDocuments.toBson(traced))).isEqualTo(traced);
    }

    @Test
    void anEntryOfAnEarlierVersionHasNoTrace() {
        BsonDocument untraced = OutboxDocuments.toBson(entry(null));

        assertThat(untraced.keySet()).containsExactly("eventId", "sequence", "type", "subject", "time", "body");
        assertThat(OutboxDocuments.fromBson(untraced)).isEqualTo(entry(null));
    }

    private static OutboxEntry entry(@Nullable String traceparent) {
        return new OutboxEntry(
                "event-1",
                7,
                "expiry.expired.v1",
                "request-1",
                Instant.parse("2026-11-25T03:04:05.678Z"),
                "{}",
                traceparent);
    }
}
