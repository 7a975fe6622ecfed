package org.prakat.common.event;

import java.util.Objects;
import java.util.Set;

/**
 * A program of another office that may hand in requests.
 *
 * @param office the office for which it speaks
 * @param receivers the offices that it may ask to publish
 * @param active whether it may call at all
 */
public record OfficeClientDefined(
        String id, long version, String name, String office, Set<String> receivers, boolean active)
        implements ReferenceEvent {

    public OfficeClientDefined {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(office, "office");
        receivers = Set.copyOf(receivers);
    }

    /** Under which id a client acts: no account can have it. */
    public static String actorOf(String clientId) {
        return "office-client/" + clientId;
    }

    @Override
    public String subject() {
        return actorOf(id);
    }
}
