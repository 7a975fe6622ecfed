package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.gateway.domain.AppointmentOrderDefinition;

/** An appointment order as it is typed. */
public record OrderInput(
        @Nullable String number,
        @Nullable DateInput date,
        @Nullable String holder,
        @Nullable String office,
        @Nullable String workGroup,
        @Nullable Set<Duty> duties,
        @Nullable String deputyFor,
        @Nullable String capacity,
        @Nullable DateInput validFrom,
        @Nullable DateInput validUntil) {

    /** A new one, of the administrator's own office. */
    static OrderInput empty(String office) {
        return new OrderInput(null, null, null, office, null, Set.of(), null, null, null, null).complete();
    }

    static OrderInput of(AppointmentOrderDefined order, Words words) {
        return new OrderInput(
                order.number(),
                DateInput.of(order.date(), words),
                order.holder(),
                order.office(),
                order.workGroup(),
                order.duties(),
                order.deputyFor(),
                order.capacity(),
                DateInput.of(order.validFrom(), words),
                DateInput.of(order.validUntil(), words));
    }

    /** With empty dates where none was sent, as the page needs it. */
    OrderInput complete() {
        return new OrderInput(
                number,
                DateInput.orEmpty(date),
                holder,
                office,
                workGroup,
                duties,
                deputyFor,
                capacity,
                DateInput.orEmpty(validFrom),
                DateInput.orEmpty(validUntil));
    }

    /** @param faults gets what cannot be read */
    AppointmentOrderDefinition definition(boolean revoked, Words words, List<Fault> faults) {
        return new AppointmentOrderDefinition(
                Typed.text(number),
                DateInput.orEmpty(date).read("date", words, faults),
                Typed.text(holder),
                Typed.text(office),
                Typed.text(workGroup),
                duties,
                Typed.text(deputyFor),
                Typed.text(capacity),
                DateInput.orEmpty(validFrom).read("validFrom", words, faults),
                DateInput.orEmpty(validUntil).read("validUntil", words, faults),
                revoked);
    }

    /** The duties that are ticked, by name. */
    public List<String> ticked() {
        return duties == null ? List.of() : duties.stream().map(Duty::name).toList();
    }
}
