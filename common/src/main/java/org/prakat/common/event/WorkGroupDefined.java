package org.prakat.common.event;

import java.util.Objects;

/** A work group of an office (กลุ่มงาน). */
public record WorkGroupDefined(String id, long version, String office, Text name) implements ReferenceEvent {

    public WorkGroupDefined {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String subject() {
        return "work-group/" + id;
    }
}
