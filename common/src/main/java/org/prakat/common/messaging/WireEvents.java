package org.prakat.common.messaging;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/** Reads what the Kafka binder delivers. */
final class WireEvents {

    private static final int PREFIX_LENGTH = 3;

    private WireEvents() {}

    static WireEvent read(Message<?> message) {
        Map<String, String> attributes = new HashMap<>();
        message.getHeaders().forEach((name, value) -> {
            // The record says ce_type; the function layer of Spring Cloud shows it as ce-type.
            if (name.startsWith("ce_") || name.startsWith("ce-")) {
                attributes.put(name.substring(PREFIX_LENGTH), text(value));
            }
        });
        return new WireEvent(
                text(message.getHeaders().get(KafkaHeaders.RECEIVED_TOPIC)),
                optionalText(message.getHeaders().get(KafkaHeaders.RECEIVED_KEY)),
                attributes,
                // A record without a body comes as an object that stands for nothing.
                message.getPayload() instanceof byte[] body ? body : new byte[0]);
    }

    /** The same of a record that came without Spring Cloud Stream. */
    static WireEvent read(ConsumerRecord<String, byte[]> message) {
        Map<String, String> attributes = new HashMap<>();
        message.headers().forEach(header -> {
            if (header.key().startsWith("ce_") && header.value() != null) {
                attributes.put(header.key().substring(PREFIX_LENGTH), text(header.value()));
            }
        });
        byte[] body = message.value() == null ? new byte[0] : message.value();
        return new WireEvent(message.topic(), message.key(), attributes, body);
    }

    static String text(@Nullable Object header) {
        return header instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(header);
    }

    private static @Nullable String optionalText(@Nullable Object header) {
        return header == null ? null : text(header);
    }
}
