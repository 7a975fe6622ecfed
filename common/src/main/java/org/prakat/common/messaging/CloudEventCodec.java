package org.prakat.common.messaging;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.prakat.common.domain.EventContext;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events to and from CloudEvents 1.0 in Kafka's binary mode (CloudEvents Kafka Protocol Binding 1.0, section 3.2).
 * Unknown fields are passed over, since within a version the contract only adds.
 */
public final class CloudEventCodec {

    private static final String SEQUENCE = "sequence";

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .build();

    /** The body, as it goes on the wire. */
    public String encode(Event event) {
        return json.writeValueAsString(event);
    }

    /** The record to send for an event that was stored. */
    public ProducerRecord<String, byte[]> toRecord(OutboxEntry entry, URI source) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(entry.eventId())
                .withSource(source)
                .withType(entry.type())
                .withSubject(entry.subject())
                .withTime(entry.time().atOffset(ZoneOffset.UTC))
                .withDataContentType("application/json")
                .withExtension(SEQUENCE, entry.sequence())
                .withData(entry.bodyBytes());
        if (entry.traceparent() != null) {
            event.withExtension(EventTraces.TRACEPARENT, entry.traceparent());
        }
        String topic = EventType.named(entry.type()).orElseThrow().topic().topicName();
        return KafkaMessageFactory.<String>createWriter(topic, entry.subject()).writeBinary(event.build());
    }

    /** @throws MalformedEventException when an attribute that the contract demands is missing or is not of its form */
    public EventContext context(WireEvent wire) {
        try {
            return new EventContext(
                    attribute(wire, "id"),
                    Instant.parse(attribute(wire, "time")),
                    Long.parseLong(attribute(wire, SEQUENCE)));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new MalformedEventException("an attribute is not of its form: " + e.getMessage(), e);
        }
    }

    /** @throws MalformedEventException when the body is not what the type demands */
    public Event body(WireEvent wire, EventType type) {
        Event event = read(wire, type);
        if (!event.subject().equals(wire.key())) {
            throw new MalformedEventException("the key is not the subject of the body", null);
        }
        return event;
    }

    private Event read(WireEvent wire, EventType type) {
        try {
            Event event = json.readValue(wire.body(), type.body());
            if (event == null) {
                throw new MalformedEventException("the body is null", null);
            }
            return event;
        } catch (JacksonException e) {
            throw new MalformedEventException(
                    "the body is not a " + type.wireName() + ": " + e.getOriginalMessage(), e);
        }
    }

    static String attribute(WireEvent wire, String name) {
        String value = wire.attributes().get(name);
        if (value == null || value.isBlank()) {
            throw new MalformedEventException("attribute " + name + " is missing", null);
        }
        return value;
    }
}
