package org.prakat.approval.application;

import java.time.InstantSource;
import java.util.Optional;
import org.prakat.approval.application.port.ApprovalCases;
import org.prakat.approval.domain.Approval;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.Rejection;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Due;
import org.prakat.common.event.Person;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.reference.ReferenceData;

/** The appointed approver allows a publication, or refuses it (step 2). */
public final class DecideCase {

    private final ApprovalCases cases;
    private final ReferenceData reference;
    private final Appointments appointments;
    private final InstantSource clock;

    public DecideCase(ApprovalCases cases, ReferenceData reference, Appointments appointments, InstantSource clock) {
        this.cases = cases;
        this.reference = reference;
        this.appointments = appointments;
        this.clock = clock;
    }

    public Result<Versioned<ApprovalCase>> approve(Identity who, String id, long version, Approval approval) {
        Cause cause = Cause.call(who, clock.instant());
        return cases.decide(
                id,
                version,
                found -> who.belongsTo(found.form().office()),
                found -> approve(who, found, approval, cause),
                cause);
    }

    private Result<Change<ApprovalCase>> approve(Identity who, ApprovalCase found, Approval approval, Cause cause) {
        String office = found.form().office();
        Optional<CategoryDefined> category = Optional.ofNullable(approval.category())
                .flatMap(reference::category)
                .filter(there -> there.office().equals(office));
        Approval.Facts facts = new Approval.Facts(
                category, appointedWebmaster(approval, office, cause), OfficeZone.dateOf(cause.at()));
        Due publishing = reference.due(office, reference.rules(office).publishingDays(), cause.at());
        return found.approve(
                who.person(), appointments.toApprove(who, found, cause.at()), approval, facts, publishing, cause.at());
    }

    private Optional<Person> appointedWebmaster(Approval approval, String office, Cause cause) {
        return Optional.ofNullable(approval.webmaster())
                .flatMap(reference::staff)
                .filter(StaffDefined::active)
                .filter(staff -> reference
                        .validOrder(staff.id(), Duty.PUBLISH, office, null, OfficeZone.dateOf(cause.at()))
                        .isPresent())
                .map(StaffDefined::person);
    }

    public Result<Versioned<ApprovalCase>> reject(Identity who, String id, long version, Rejection rejection) {
        Cause cause = Cause.call(who, clock.instant());
        return cases.decide(
                id,
                version,
                found -> who.belongsTo(found.form().office()),
                found -> found.reject(
                        who.person(), appointments.toApprove(who, found, cause.at()), rejection, cause.at()),
                cause);
    }
}
