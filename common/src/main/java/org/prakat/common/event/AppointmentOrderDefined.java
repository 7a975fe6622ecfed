package org.prakat.common.event;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An appointment order (คำสั่งแต่งตั้ง): the paper that gives a person the duty to approve, to publish or to remove.
 *
 * @param number as printed on the paper
 * @param date of the paper
 * @param holder the appointed person's account id
 * @param workGroup the group for which the duty to approve is given; absent: for every group of the office
 * @param deputyFor the account id of the head in whose place the holder approves while the head is away; absent: in their
 *     own right. Only the duty to approve has deputies, and a deputy has none
 * @param capacity in which a deputy signs: {@code ACTING_ON_BEHALF} or {@code IN_CHARGE}; only for a deputy
 * @param validFrom first day, in the office's zone
 * @param validUntil last day, in the office's zone; absent: until revoked
 * @param revoked whether it was taken back
 */
public record AppointmentOrderDefined(
        String id,
        long version,
        String number,
        LocalDate date,
        String holder,
        String office,
        @Nullable String workGroup,
        Set<Duty> duties,
        @Nullable String deputyFor,
        @Nullable String capacity,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        boolean revoked)
        implements ReferenceEvent {

    /** What an order appoints to. */
    public enum Duty {
        APPROVE,
        PUBLISH,
        REMOVE
    }

    public AppointmentOrderDefined {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(office, "office");
        duties = Set.copyOf(duties);
        Objects.requireNonNull(validFrom, "validFrom");
    }

    /**
     * Whether it gives this duty, on this day, in this office. The duty to approve is moreover given for a work group; the
     * others are for the whole office.
     */
    public boolean gives(Duty duty, String inOffice, @Nullable String forWorkGroup, LocalDate on) {
        return duties.contains(duty)
                && !revoked
                && office.equals(inOffice)
                && (duty != Duty.APPROVE || workGroup == null || workGroup.equals(forWorkGroup))
                && !on.isBefore(validFrom)
                && (validUntil == null || !on.isAfter(validUntil));
    }

    public OrderReference reference() {
        return new OrderReference(id, number);
    }

    @Override
    public String subject() {
        return "appointment-order/" + id;
    }
}
