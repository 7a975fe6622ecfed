package org.prakat.common.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff, as other services need to know them.
 *
 * @param email where notices go; absent: in-app only
 * @param active whether the account may sign in
 */
public record StaffDefined(
        String id,
        long version,
        String name,
        String position,
        @Nullable String email,
        String office,
        @Nullable String workGroup,
        boolean active)
        implements ReferenceEvent {

    public StaffDefined {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(office, "office");
    }

    public Person person() {
        return new Person(id, name, position);
    }

    @Override
    public String subject() {
        return "staff/" + id;
    }
}
