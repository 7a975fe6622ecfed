package org.prakat.common.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;

/**
 * One action, as the audit trail keeps it.
 *
 * @param id what it was done to and which version of that it made, {@code requests/7k2m9x0q4rtw/3}: there is one entry for
 *     each version of everything, so an entry that is missing shows
 * @param office whose trail it belongs to
 * @param at whole milliseconds, UTC
 * @param action the event that told of it, by its name on the wire; else what was touched and how
 * @param by who did it; absent when the system followed an event
 * @param address the network address that the call came from
 * @param order under which appointment order it was done; absent where the action needs none
 * @param cause the id of the event that the system followed; absent for a call
 * @param changes what it changed, field by field
 */
public record AuditEntry(
        String id,
        String office,
        Instant at,
        String action,
        @Nullable Person by,
        @Nullable String address,
        @Nullable OrderReference order,
        @Nullable String cause,
        List<FieldChange> changes) {

    /**
     * A field before and after.
     *
     * @param field its path, {@code draft.title}
     * @param before absent where there was none
     * @param after absent where there is none any more
     */
    public record FieldChange(String field, @Nullable String before, @Nullable String after) {

        public FieldChange {
            Objects.requireNonNull(field, "field");
        }
    }

    /** Something that a person did and that changes no aggregate. */
    public static AuditEntry of(String id, String action, Identity who, Instant at, List<FieldChange> changes) {
        return new AuditEntry(id, who.office(), at, action, who.person(), who.address(), null, null, changes);
    }

    public AuditEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(office, "office");
        at = at.truncatedTo(ChronoUnit.MILLIS);
        Objects.requireNonNull(action, "action");
        changes = List.copyOf(changes);
    }
}
