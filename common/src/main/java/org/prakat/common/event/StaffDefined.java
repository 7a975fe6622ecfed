package org.prakat.common.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A member of staff, as other services need to know them.
 *
 * @param email where notices go; absent: in-app only
 * @param absences when they are away, and a deputy decides in their place
 * @param administrator whether they administer the office
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
        List<Absence> absences,
        boolean administrator,
        boolean active)
        implements ReferenceEvent {

    /**
     * Days away, in the office's zone.
     *
     * @param first of them
     * @param last of them
     */
    public record Absence(LocalDate first, LocalDate last) {

        public Absence {
            Objects.requireNonNull(first, "first");
            Objects.requireNonNull(last, "last");
        }
    }

    public StaffDefined {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(office, "office");
        absences = absences == null ? List.of() : List.copyOf(absences);
    }

    /** Whether they are away on this day. */
    public boolean isAway(LocalDate on) {
        return absences.stream().anyMatch(absence -> !on.isBefore(absence.first()) && !on.isAfter(absence.last()));
    }

    public Person person() {
        return new Person(id, name, position);
    }

    @Override
    public String subject() {
        return "staff/" + id;
    }
}
