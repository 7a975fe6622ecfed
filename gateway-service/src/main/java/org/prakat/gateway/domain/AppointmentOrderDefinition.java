package org.prakat.gateway.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;

/**
 * An appointment order, as an administrator copies it from the paper. The fields are those of
 * {@link AppointmentOrderDefined}.
 */
public record AppointmentOrderDefinition(
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String holder,
        @Nullable String office,
        @Nullable String workGroup,
        @Nullable Set<Duty> duties,
        @Nullable String deputyFor,
        @Nullable String capacity,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        boolean revoked)
        implements Definition<AppointmentOrderDefined> {

    /** ปฏิบัติราชการแทน, รักษาราชการแทน. */
    private static final Set<String> CAPACITIES = Set.of("ACTING_ON_BEHALF", "IN_CHARGE");

    @Override
    public List<Fault> faults(String id, Known known, Optional<AppointmentOrderDefined> before) {
        boolean datesInOrder = validFrom == null || validUntil == null || !validUntil.isBefore(validFrom);
        return new Faults()
                .id(id)
                .name("number", number)
                .required("date", date)
                .check(known.account(holder), "holder", "UNKNOWN")
                .check(known.office(office), "office", "UNKNOWN")
                .check(workGroup == null || known.workGroup(office, workGroup), "workGroup", "UNKNOWN")
                .check(duties != null && !duties.isEmpty(), "duties", "REQUIRED")
                .check(
                        deputyFor == null || (known.account(deputyFor) && !deputyFor.equals(holder)),
                        "deputyFor",
                        "UNKNOWN")
                .check(deputyFor == null || Set.of(Duty.APPROVE).equals(duties), "duties", "DEPUTIES_ONLY_APPROVE")
                .check((deputyFor == null) == (capacity == null), "capacity", "REQUIRED_FOR_A_DEPUTY")
                .check(capacity == null || CAPACITIES.contains(capacity), "capacity", "UNKNOWN")
                .required("validFrom", validFrom)
                .check(datesInOrder, "validUntil", "END_BEFORE_START")
                .found();
    }

    @Override
    public AppointmentOrderDefined define(String id, long version, Optional<AppointmentOrderDefined> before) {
        return new AppointmentOrderDefined(
                id,
                version,
                requireNonNull(number),
                requireNonNull(date),
                requireNonNull(holder),
                requireNonNull(office),
                workGroup,
                requireNonNull(duties),
                deputyFor,
                capacity,
                requireNonNull(validFrom),
                validUntil,
                revoked);
    }
}
