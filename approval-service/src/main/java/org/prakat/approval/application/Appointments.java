package org.prakat.approval.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
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

    Optional<AppointmentOrderDefined> toApprove(Identity who, ApprovalCase approvalCase, Instant at) {
        return reference.validOrder(
                who.person().id(),
                Duty.APPROVE,
                approvalCase.form().office(),
                approvalCase.form().workGroup(),
                OfficeZone.dateOf(at));
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
                        || toApprove(who, approvalCase, clock.instant()).isPresent());
    }

    static boolean readsAll(Identity who) {
        return who.has(Role.ADMINISTRATOR) || who.has(Role.AUDITOR);
    }
}
