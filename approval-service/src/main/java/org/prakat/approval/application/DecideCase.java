package org.prakat.approval.application;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.application.port.ApprovalCases;
import org.prakat.approval.domain.Approval;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.Assignment;
import org.prakat.approval.domain.Authority;
import org.prakat.approval.domain.Confirmation;
import org.prakat.approval.domain.Rejection;
import org.prakat.approval.domain.VerbalRecord;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Due;
import org.prakat.common.event.Person;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.reference.ReferenceData;

/** The appointed approver allows a publication, refuses it, asks for changes, or confirms what was said (step 2). */
public final class DecideCase {

    /** A verbal approval is to be confirmed by the end of the next working day. */
    private static final int CONFIRMATION_DAYS = 1;

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
        return decide(
                who,
                id,
                version,
                (found, cause) -> found.approve(
                        who.person(),
                        authority(who, found, cause),
                        approval,
                        facts(approval.assignment(), found, cause),
                        publishing(found, cause),
                        cause.at()));
    }

    public Result<Versioned<ApprovalCase>> reject(Identity who, String id, long version, Rejection rejection) {
        return decide(
                who,
                id,
                version,
                (found, cause) -> found.reject(
                        who.person(), authority(who, found, cause), rejection, reasons(found), cause.at()));
    }

    public Result<Versioned<ApprovalCase>> requestChanges(Identity who, String id, long version, Rejection wishes) {
        return decide(
                who,
                id,
                version,
                (found, cause) -> found.requestChanges(
                        who.person(), authority(who, found, cause), wishes, reasons(found), cause.at()));
    }

    public Result<Versioned<ApprovalCase>> recordVerbal(Identity who, String id, long version, VerbalRecord record) {
        return decide(
                who,
                id,
                version,
                (found, cause) -> found.recordVerbal(
                        who.person(),
                        appointments.mayRecordVerbal(who, found, cause.at()) || who.is(found.requester()),
                        record,
                        speaker(record, found, cause),
                        facts(record.assignment(), found, cause),
                        reference.due(found.form().office(), CONFIRMATION_DAYS, cause.at()),
                        publishing(found, cause),
                        cause.at()));
    }

    public Result<Versioned<ApprovalCase>> confirm(Identity who, String id, long version, Confirmation confirmation) {
        return decide(
                who,
                id,
                version,
                (found, cause) -> found.confirm(who.person(), authority(who, found, cause), confirmation, cause.at()));
    }

    public Result<Versioned<ApprovalCase>> refuseConfirmation(
            Identity who, String id, long version, Rejection rejection) {
        return decide(
                who,
                id,
                version,
                (found, cause) -> found.refuseConfirmation(
                        who.person(), authority(who, found, cause), rejection, reasons(found), cause.at()));
    }

    /** An administrator hands a case over, when whoever should decide it cannot. */
    public Result<Versioned<ApprovalCase>> handOver(
            Identity who, String id, long version, @Nullable String to, @Nullable String explanation) {
        if (!who.has(Role.ADMINISTRATOR)) {
            return Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
        }
        return decide(who, id, version, (found, cause) -> {
            Optional<Person> person = appointments.person(to, found.form().office());
            Optional<Authority> theirs = person.flatMap(known -> appointments.toApprove(known.id(), found, cause.at()));
            Person named = person.orElseGet(() -> new Person(String.valueOf(to), "", ""));
            return found.handOver(who.person(), named, theirs, explanation);
        });
    }

    private Result<Versioned<ApprovalCase>> decide(
            Identity who,
            String id,
            long version,
            BiFunction<ApprovalCase, Cause, Result<Change<ApprovalCase>>> decision) {
        Cause cause = Cause.call(who, clock.instant());
        return cases.decide(
                id,
                version,
                found -> who.belongsTo(found.form().office()),
                found -> decision.apply(found, cause),
                cause);
    }

    private Optional<Authority> authority(Identity who, ApprovalCase found, Cause cause) {
        return appointments.toApprove(who.person().id(), found, cause.at());
    }

    private VerbalRecord.Speaker speaker(VerbalRecord record, ApprovalCase found, Cause cause) {
        Optional<Person> person =
                appointments.person(record.approver(), found.form().office());
        Optional<Authority> authority = person.flatMap(said -> appointments.toApprove(
                said.id(), found, Optional.ofNullable(record.saidAt()).orElse(cause.at())));
        return new VerbalRecord.Speaker(person, authority);
    }

    private Assignment.Facts facts(Assignment assignment, ApprovalCase found, Cause cause) {
        String office = found.form().office();
        Optional<CategoryDefined> category = Optional.ofNullable(assignment.category())
                .flatMap(reference::category)
                .filter(there -> there.office().equals(office));
        return new Assignment.Facts(
                category, appointedWebmaster(assignment, office, cause), OfficeZone.dateOf(cause.at()));
    }

    private Optional<Person> appointedWebmaster(Assignment assignment, String office, Cause cause) {
        return Optional.ofNullable(assignment.webmaster())
                .flatMap(reference::staff)
                .filter(StaffDefined::active)
                .filter(staff -> reference
                        .validOrder(staff.id(), Duty.PUBLISH, office, null, OfficeZone.dateOf(cause.at()))
                        .isPresent())
                .map(StaffDefined::person);
    }

    private Due publishing(ApprovalCase found, Cause cause) {
        String office = found.form().office();
        return reference.due(office, reference.rules(office).publishingDays(), cause.at());
    }

    private ReasonsDefined reasons(ApprovalCase found) {
        return reference.reasons(found.form().office());
    }
}
