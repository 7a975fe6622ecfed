package org.prakat.approval.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.application.port.ApprovalCases.Scope;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.Authority;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.Person;
import org.prakat.common.event.RequestForm;
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
        RequestForm form = approvalCase.form();
        String requester = approvalCase.requester().id();
        return reference
                .approvalOrder(person, requester, form.office(), form.workGroup(), OfficeZone.dateOf(at))
                .map(this::authority);
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

    /** What they decide on today. */
    Scope scope(Identity who) {
        String id = who.person().id();
        LocalDate today = OfficeZone.dateOf(clock.instant());
        Map<String, Set<String>> ownOfHeads = new HashMap<>();
        reference.ordersOf(id).stream()
                .flatMap(order -> Optional.ofNullable(order.deputyFor()).stream())
                .forEach(head -> ownOfHeads.put(
                        head, workGroups(who, group -> reference.approvalOrder(id, head, who.office(), group, today))));
        return new Scope(
                id,
                workGroups(who, group -> reference.validOrder(id, Duty.APPROVE, who.office(), group, today)),
                ownOfHeads);
    }

    private Set<String> workGroups(Identity who, Function<String, Optional<AppointmentOrderDefined>> order) {
        return reference.workGroups(who.office()).stream()
                .map(WorkGroupDefined::id)
                .filter(group -> order.apply(group).isPresent())
                .collect(Collectors.toSet());
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
