package org.prakat.gateway.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
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
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        boolean revoked)
        implements Definition<AppointmentOrderDefined> {

    @Override
    public List<Fault> faults(String id, Known known) {
        boolean datesInOrder = validFrom == null || validUntil == null || !validUntil.isBefore(validFrom);
        return new Faults()
                .id(id)
                .name("number", number)
                .required("date", date)
                .check(known.account(holder), "holder", "UNKNOWN")
                .check(known.office(office), "office", "UNKNOWN")
                .check(workGroup == null || known.workGroup(office, workGroup), "workGroup", "UNKNOWN")
                .check(duties != null && !duties.isEmpty(), "duties", "REQUIRED")
                .required("validFrom", validFrom)
                .check(datesInOrder, "validUntil", "END_BEFORE_START")
                .found();
    }

    @Override
    public AppointmentOrderDefined define(String id, long version) {
        return new AppointmentOrderDefined(
                id,
                version,
                requireNonNull(number),
                requireNonNull(date),
                requireNonNull(holder),
                requireNonNull(office),
                workGroup,
                requireNonNull(duties),
                null,
                null,
                requireNonNull(validFrom),
                validUntil,
                revoked);
    }
}
