package org.prakat.approval.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.Authority;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.Person;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.reference.ReferenceData;

/** For which cases a person is the appointed approver at this moment, and which they may read. */
public final class Appointments {

    private final ReferenceData reference;
    private final InstantSource clock;

    public Appointments(ReferenceData reference, InstantSource clock) {
        this.reference = reference;
        this.clock = clock;
    }

    /**
     * By what a person may decide on a case: an order of their own, or as the deputy of a head who is away, or whose own
     * request it is.
     */
    Optional<Authority> toApprove(String person, ApprovalCase approvalCase, Instant at) {
        LocalDate day = OfficeZone.dateOf(at);
        String office = approvalCase.form().office();
        String group = approvalCase.form().workGroup();
        Optional<AppointmentOrderDefined> order = reference.validOrder(person, Duty.APPROVE, office, group, day);
        return order.or(() -> forTheHeadsOwnRequest(person, approvalCase, day)).map(this::authority);
    }

    private Optional<AppointmentOrderDefined> forTheHeadsOwnRequest(
            String person, ApprovalCase approvalCase, LocalDate day) {
        String office = approvalCase.form().office();
        String group = approvalCase.form().workGroup();
        String requester = approvalCase.requester().id();
        boolean isHead = reference.ordersOf(requester).stream()
                .anyMatch(own -> own.deputyFor() == null && own.gives(Duty.APPROVE, office, group, day));
        return reference.ordersOf(person).stream()
                .filter(order ->
                        isHead && requester.equals(order.deputyFor()) && order.gives(Duty.APPROVE, office, group, day))
                .findFirst();
    }

    private Authority authority(AppointmentOrderDefined order) {
        return new Authority(order.reference(), actingFor(order));
    }

    private @Nullable ActingFor actingFor(AppointmentOrderDefined order) {
        return Optional.ofNullable(order.deputyFor())
                .flatMap(reference::staff)
                .map(head -> new ActingFor(
                        head.person(), Optional.ofNullable(order.capacity()).orElse("ACTING_ON_BEHALF")))
                .orElse(null);
    }

    /** The groups of their office for which they are the approver today. */
    Set<String> workGroups(Identity who) {
        LocalDate today = OfficeZone.dateOf(clock.instant());
        Set<String> groups = new HashSet<>();
        for (WorkGroupDefined group : reference.workGroups(who.office())) {
            if (reference
                    .validOrder(who.person().id(), Duty.APPROVE, who.office(), group.id(), today)
                    .isPresent()) {
                groups.add(group.id());
            }
        }
        return groups;
    }

    boolean mayRead(Identity who, ApprovalCase approvalCase) {
        return who.belongsTo(approvalCase.form().office())
                && (readsAll(who)
                        || mayRecordVerbal(who, approvalCase, clock.instant())
                        || toApprove(who.person().id(), approvalCase, clock.instant())
                                .isPresent());
    }

    /** An urgent case may be written down as approved by word of mouth by its requester and by those who publish. */
    boolean mayRecordVerbal(Identity who, ApprovalCase approvalCase, Instant at) {
        boolean requester = who.is(approvalCase.requester());
        return approvalCase.form().urgent() && (requester || publishes(who, at));
    }

    private boolean publishes(Identity who, Instant at) {
        return who.has(Role.WEBMASTER)
                && reference
                        .validOrder(who.person().id(), Duty.PUBLISH, who.office(), null, OfficeZone.dateOf(at))
                        .isPresent();
    }

    /** A person of the office, if there is one of that id who may sign in. */
    Optional<Person> person(@Nullable String id, String office) {
        return Optional.ofNullable(id)
                .flatMap(reference::staff)
                .filter(staff -> staff.active() && staff.office().equals(office))
                .map(StaffDefined::person);
    }

    static boolean readsAll(Identity who) {
        return who.has(Role.ADMINISTRATOR) || who.has(Role.AUDITOR);
    }
}
