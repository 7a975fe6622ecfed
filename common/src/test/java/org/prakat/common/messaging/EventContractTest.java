package org.prakat.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.prakat.common.event.SampleEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The golden files are the contract: what is written today must equal them, and they must be readable for ever. */
class EventContractTest {

    private static final Instant TIME = Instant.parse("2026-11-25T03:04:05.678Z");

    private final CloudEventCodec codec = new CloudEventCodec();
    private final JsonMapper json = JsonMapper.shared();

    @ParameterizedTest
    @EnumSource
    void isWrittenAsTheGoldenFileSays(EventType type) throws IOException {
        JsonNode written = json.readTree(codec.encode(SampleEvents.of(type)));

        assertThat(written).isEqualTo(golden(type));
    }

    @ParameterizedTest
    @EnumSource
    void isReadFromTheGoldenFileEvenWithAFieldThatIsNewer(EventType type) throws IOException {
        ObjectNode newer = (ObjectNode) golden(type);
        newer.put("addedLater", "unknown here");
        Event expected = SampleEvents.of(type);

        Event read =
                codec.body(new WireEvent("topic", expected.subject(), Map.of(), json.writeValueAsBytes(newer)), type);

        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void isOnTheWireABinaryCloudEventThatTheSdkReads(EventType type) {
        Event event = SampleEvents.of(type);
        ProducerRecord<String, byte[]> record = codec.toRecord(entry(type, event), URI.create("/prakat/test"));

        assertThat(record.topic()).isEqualTo(type.topic().topicName());
        assertThat(record.key()).isEqualTo(event.subject());
        assertThat(headers(record))
                .containsOnly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "event-1"),
                        Map.entry("ce_source", "/prakat/test"),
                        Map.entry("ce_type", type.wireName()),
                        Map.entry("ce_subject", event.subject()),
                        Map.entry("ce_time", "2026-11-25T03:04:05.678Z"),
                        Map.entry("ce_sequence", "7"),
                        Map.entry("content-type", "application/json"));
        try (CloudEventDeserializer sdk = new CloudEventDeserializer()) {
            CloudEvent read = sdk.deserialize(record.topic(), record.headers(), record.value());
            assertThat(read.getId()).isEqualTo("event-1");
            assertThat(read.getType()).isEqualTo(type.wireName());
            assertThat(Objects.requireNonNull(read.getData()).toBytes())
                    .isEqualTo(codec.encode(event).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void carriesItsTraceWhereThereIsOne() {
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        Event event = SampleEvents.of(EventType.EXPIRED);

        ProducerRecord<String, byte[]> record =
                codec.toRecord(entry(EventType.EXPIRED, event, traceparent), URI.create("/prakat/test"));

        assertThat(headers(record)).containsEntry("ce_traceparent", traceparent);
    }

    private OutboxEntry entry(EventType type, Event event) {
        return entry(type, event, null);
    }

    private OutboxEntry entry(EventType type, Event event, @Nullable String traceparent) {
        return new OutboxEntry("event-1", 7, type.wireName(), event.subject(), TIME, codec.encode(event), traceparent);
    }

    private JsonNode golden(EventType type) throws IOException {
        String file = "/events/" + type.wireName() + ".json";
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream(file), file)) {
            return json.readTree(stream.readAllBytes());
        }
    }

    private static Map<String, String> headers(ProducerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
