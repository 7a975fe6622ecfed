package org.prakat.common.event;

import java.util.Objects;

/** An office (หน่วยงาน): this one, or another district's. */
public record OfficeDefined(String id, long version, Text name) implements ReferenceEvent {

    public OfficeDefined {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String subject() {
        return "office/" + id;
    }
}
