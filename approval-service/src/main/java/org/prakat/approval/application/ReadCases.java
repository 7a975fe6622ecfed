package org.prakat.approval.application;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.application.port.ApprovalCases;
import org.prakat.approval.application.port.ApprovalCases.Scope;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.CaseStatistics;
import org.prakat.approval.domain.CaseStatus;
import org.prakat.common.calendar.FiscalYear;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.Person;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.reference.ReferenceData;

/** The approver's inbox and history, the cases in it, and what a decision may choose from. */
public final class ReadCases {

    private final ApprovalCases cases;
    private final ReferenceData reference;
    private final Appointments appointments;
    private final InstantSource clock;

    public ReadCases(ApprovalCases cases, ReferenceData reference, Appointments appointments, InstantSource clock) {
        this.cases = cases;
        this.reference = reference;
        this.appointments = appointments;
        this.clock = clock;
    }

    public Page<Versioned<ApprovalCase>> list(Identity who, CaseStatus status, @Nullable String cursor, int limit) {
        return cases.list(who.office(), scope(who), status, cursor, limit);
    }

    /** What was not decided, or not confirmed, in its time. */
    public Page<Versioned<ApprovalCase>> overdue(Identity who, @Nullable String cursor, int limit) {
        return cases.overdue(who.office(), scope(who), cursor, limit);
    }

    private @Nullable Scope scope(Identity who) {
        return Appointments.readsAll(who) ? null : appointments.scope(who);
    }

    /** How the office decided in a fiscal year, for those who watch over it. */
    public Result<CaseStatistics> statistics(Identity who, int fiscalYear) {
        if (!Appointments.readsAll(who)) {
            return Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
        }
        FiscalYear year = new FiscalYear(fiscalYear);
        return Result.ok(cases.statistics(
                who.office(),
                fiscalYear,
                OfficeZone.startOf(year.firstDay()),
                OfficeZone.startOf(year.lastDay().plusDays(1))));
    }

    /** The version of the guideline by which the owner was judged: the approver's checklist for 2.1. */
    public Optional<Guideline> guideline(ApprovalCase found) {
        return reference
                .category(found.form().category())
                .flatMap(category -> category.guideline(found.guidelineVersion()));
    }

    /** The reasons that the office offers. */
    public List<ReasonsDefined.Reason> reasons(Identity who) {
        return reference.reasons(who.office()).reasons().stream()
                .filter(ReasonsDefined.Reason::active)
                .toList();
    }

    public Result<Versioned<ApprovalCase>> read(Identity who, String id) {
        return found(cases.find(id).filter(found -> appointments.mayRead(who, found.state())));
    }

    public Result<Attachment> attachment(Identity who, String id, String attachmentId) {
        return read(who, id).flatMap(found -> found(found.state().attachment(attachmentId)));
    }

    /** The people of the office who may be assigned to publish. */
    public List<Person> webmasters(Identity who) {
        return reference.holders(Duty.PUBLISH, who.office(), null, OfficeZone.dateOf(clock.instant())).stream()
                .map(StaffDefined::person)
                .toList();
    }

    /** Who may decide on this case under an order that is valid today: who may have allowed it by word of mouth, for example. */
    public Result<List<Person>> approvers(Identity who, String id) {
        return read(who, id).map(found -> {
            ApprovalCase known = found.state();
            RequestForm form = known.form();
            LocalDate today = OfficeZone.dateOf(clock.instant());
            return reference.approvers(known.requester().id(), form.office(), form.workGroup(), today).stream()
                    .map(StaffDefined::person)
                    .toList();
        });
    }

    public List<CategoryDefined> categories(Identity who) {
        return reference.categories(who.office()).stream()
                .filter(CategoryDefined::active)
                .toList();
    }

    private static <T> Result<T> found(Optional<T> there) {
        return there.map(Result::ok).orElseGet(() -> Result.refused(Reason.NOT_FOUND, "NOT_FOUND"));
    }
}
