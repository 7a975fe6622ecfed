package org.prakat.common.messaging;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came off the wire, not yet believed: nothing of it need be well formed.
 *
 * @param topic where it was read
 * @param key the record's key
 * @param attributes the CloudEvents attributes by their names without prefix: {@code id}, {@code type}, {@code time} ...
 * @param body the bytes of the body
 */
public record WireEvent(String topic, @Nullable String key, Map<String, String> attributes, byte[] body) {

    public WireEvent {
        attributes = Map.copyOf(attributes);
    }
}
