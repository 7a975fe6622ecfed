package org.prakat.approval.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.ApprovalHandedOver;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.ChangesRequested;
import org.prakat.common.event.Due;
import org.prakat.common.event.Event;
import org.prakat.common.event.Person;
import org.prakat.common.event.ProcedureStep;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.event.VerbalApprovalRefused;
import org.prakat.common.event.Warning;

/**
 * One submission of a request before its approver (step 2).
 *
 * @param digest of the form and the files that were submitted: what is approved is exactly that
 * @param guidelineVersion by which it was judged when it was submitted
 * @param warnings that an approval must answer
 * @param submittedAt UTC
 * @param due until when it is to be decided
 * @param overdue whether it was not decided, or not confirmed, in its time
 * @param round how often it came before the approver, from 1
 * @param handedTo who alone decides, when an administrator handed it over
 * @param returned why the webmaster sent it back to be decided anew
 * @param decision absent while it is pending, and when it was withdrawn
 * @param earlier the decisions of earlier rounds
 */
public record ApprovalCase(
        String requestId,
        int revision,
        Person requester,
        RequestForm form,
        List<Attachment> attachments,
        String digest,
        int guidelineVersion,
        List<Warning> warnings,
        Instant submittedAt,
        Due due,
        boolean overdue,
        int round,
        CaseStatus status,
        @Nullable Person handedTo,
        List<RejectionReason> returned,
        @Nullable Decision decision,
        List<Decision> earlier) {

    public ApprovalCase {
        attachments = List.copyOf(attachments);
        warnings = List.copyOf(warnings);
        returned = List.copyOf(returned);
        earlier = List.copyOf(earlier);
    }

    /** The case of a submission. */
    public static ApprovalCase of(RequestSubmitted submitted, Instant at) {
        return new ApprovalCase(
                submitted.requestId(),
                submitted.revision(),
                submitted.requester(),
                submitted.form(),
                submitted.attachments(),
                submitted.digest(),
                submitted.guidelineVersion(),
                submitted.warnings(),
                at,
                submitted.approval(),
                false,
                1,
                CaseStatus.PENDING,
                null,
                List.of(),
                null,
                List.of());
    }

    /** Names the case of one submission. */
    public static String id(String requestId, int revision) {
        return requestId + "-" + revision;
    }

    public String id() {
        return id(requestId, revision);
    }

    public Optional<Attachment> attachment(String attachmentId) {
        return attachments.stream()
                .filter(file -> file.id().equals(attachmentId))
                .findFirst();
    }

    /**
     * Allows the publication and assigns the webmaster.
     *
     * @param authority by what the approver acts, if by anything
     * @param publishing until when the webmaster is to publish
     */
    public Result<Change<ApprovalCase>> approve(
            Person approver,
            Optional<Authority> authority,
            Approval approval,
            Assignment.Facts facts,
            Due publishing,
            Instant now) {
        List<Fault> faults = new ArrayList<>(approval.confirmation().faults(warnings));
        faults.addAll(approval.assignment().faults(attachments, form.concerning(), facts));
        return decide(approver, authority, CaseStatus.APPROVED, faults, under -> {
            Decision made = allowed(approver, under, approval.assignment(), facts, approval.confirmation(), null, now);
            return new Change<>(decided(CaseStatus.APPROVED, made), approved(made, publishing));
        });
    }

    /** Refuses the publication, with reasons for the owner. */
    public Result<Change<ApprovalCase>> reject(
            Person approver, Optional<Authority> authority, Rejection rejection, ReasonsDefined offered, Instant now) {
        return decide(approver, authority, CaseStatus.REJECTED, rejection.faults(offered), under -> {
            Decision made = Decision.against(approver, under, rejection.told(), now);
            return new Change<>(
                    decided(CaseStatus.REJECTED, made),
                    new Rejected(requestId, revision, approver, under.order(), made.reasons()));
        });
    }

    /** Asks the owner for changes first. */
    public Result<Change<ApprovalCase>> requestChanges(
            Person approver, Optional<Authority> authority, Rejection wishes, ReasonsDefined offered, Instant now) {
        return decide(approver, authority, CaseStatus.CHANGES_REQUESTED, wishes.faults(offered), under -> {
            Decision made = Decision.against(approver, under, wishes.told(), now);
            return new Change<>(
                    decided(CaseStatus.CHANGES_REQUESTED, made),
                    new ChangesRequested(requestId, revision, approver, under.order(), made.reasons()));
        });
    }

    /**
     * Writes down that the approver allowed it by word of mouth; everything goes on at once.
     *
     * @param mayRecord whether the recorder is the requester, or has the duty to publish
     * @param confirmation until when the approver is to confirm it in writing
     * @param publishing until when the webmaster is to publish
     */
    public Result<Change<ApprovalCase>> recordVerbal(
            Person recorder,
            boolean mayRecord,
            VerbalRecord record,
            VerbalRecord.Speaker speaker,
            Assignment.Facts facts,
            Due confirmation,
            Due publishing,
            Instant now) {
        if (!mayRecord || recorder.id().equals(record.approver())) {
            return Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
        }
        if (!form.urgent()) {
            return Result.refused(Reason.RULE, "NOT_URGENT");
        }
        if (requester.id().equals(record.approver())) {
            return Result.refused(Reason.FORBIDDEN, "OWN_REQUEST");
        }
        if (!status.mayBecome(CaseStatus.APPROVED_VERBALLY)) {
            return illegal();
        }
        List<Fault> faults = new ArrayList<>(record.faults(speaker, submittedAt, now));
        faults.addAll(record.assignment().faults(attachments, form.concerning(), facts));
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        VerbalApproval verbal = new VerbalApproval(
                recorder,
                requireNonNull(record.saidAt()),
                requireNonNull(record.means()),
                requireNonNull(record.note()),
                confirmation);
        Decision made = allowed(
                speaker.person().orElseThrow(),
                speaker.authority().orElseThrow(),
                record.assignment(),
                facts,
                null,
                verbal,
                now);
        return Result.ok(new Change<>(decided(CaseStatus.APPROVED_VERBALLY, made), approved(made, publishing)));
    }

    /** Confirms in writing what was said by word of mouth. It is pinned to the same digest: the case holds no other. */
    public Result<Change<ApprovalCase>> confirm(
            Person approver, Optional<Authority> authority, Confirmation confirmation, Instant now) {
        return settleVerbal(approver, authority, CaseStatus.APPROVED, confirmation.faults(warnings), under -> {
            Decision made = requireNonNull(decision).confirmed(approver, under, confirmation, now);
            return new Change<>(
                    decided(CaseStatus.APPROVED, made),
                    new VerbalApprovalConfirmed(requestId, revision, approver, under.order(), made.checks(), digest));
        });
    }

    /** Does not confirm it: the item does not go on the site, or leaves it at once. */
    public Result<Change<ApprovalCase>> refuseConfirmation(
            Person approver, Optional<Authority> authority, Rejection rejection, ReasonsDefined offered, Instant now) {
        return settleVerbal(approver, authority, CaseStatus.REJECTED, rejection.faults(offered), under -> {
            Decision made = Decision.against(approver, under, rejection.told(), now);
            return new Change<>(
                    decided(CaseStatus.REJECTED, made, requireNonNull(decision)),
                    new VerbalApprovalRefused(requestId, revision, approver, under.order(), made.reasons()));
        });
    }

    private Result<Change<ApprovalCase>> settleVerbal(
            Person approver,
            Optional<Authority> authority,
            CaseStatus next,
            List<Fault> faults,
            Function<Authority, Change<ApprovalCase>> decision) {
        if (status != CaseStatus.APPROVED_VERBALLY) {
            return illegal();
        }
        if (authority.isPresent() && !isTheirWord(approver, authority.get())) {
            return Result.refused(Reason.FORBIDDEN, "NOT_THE_APPROVER");
        }
        return decide(approver, authority, next, faults, decision);
    }

    /** The word is to be confirmed by who gave it, by their deputy, or by whom the case was handed to. */
    private boolean isTheirWord(Person who, Authority authority) {
        Person said = requireNonNull(decision).approver();
        boolean deputy = authority.actingFor() != null
                && authority.actingFor().head().id().equals(said.id());
        return handedTo != null || deputy || said.id().equals(who.id());
    }

    /** Hands the case over to another approver, who alone decides it from now on. */
    public Result<Change<ApprovalCase>> handOver(
            Person by, Person to, Optional<Authority> theirs, @Nullable String explanation) {
        if (status != CaseStatus.PENDING && status != CaseStatus.APPROVED_VERBALLY) {
            return illegal();
        }
        List<Fault> faults = new ArrayList<>();
        if (theirs.isEmpty()) {
            faults.add(new Fault("to", "NO_VALID_ORDER"));
        }
        if (to.id().equals(requester.id())) {
            faults.add(new Fault("to", "OWN_REQUEST"));
        }
        if (explanation == null || explanation.isBlank()) {
            faults.add(new Fault("explanation", "REQUIRED"));
        }
        Confirmation.length(faults, "explanation", explanation);
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        return Result.ok(new Change<>(
                copy(due, overdue, round, status, to, returned, decision, earlier),
                new ApprovalHandedOver(
                        requestId, revision, to, by, requireNonNull(explanation).strip())));
    }

    /** Takes note that the owner took the request back; what was decided before stands. */
    public Result<Change<ApprovalCase>> withdraw() {
        return status.mayBecome(CaseStatus.WITHDRAWN)
                ? Result.ok(Change.quiet(decided(CaseStatus.WITHDRAWN, null)))
                : illegal();
    }

    /**
     * Takes note that the webmaster sent it back to be decided anew.
     *
     * @param next until when it is to be decided this time
     */
    public Result<Change<ApprovalCase>> reopen(List<RejectionReason> reasons, Due next) {
        if (!status.mayBecome(CaseStatus.PENDING)) {
            return illegal();
        }
        List<Decision> decisions = new ArrayList<>(earlier);
        decisions.add(requireNonNull(decision));
        return Result.ok(
                Change.quiet(copy(next, false, round + 1, CaseStatus.PENDING, handedTo, reasons, null, decisions)));
    }

    /**
     * Takes note that it was not decided, or not confirmed, in its time.
     *
     * @param dueAt the end of that time: what was due in an earlier round is nothing to note any more
     */
    public Result<Change<ApprovalCase>> markOverdue(ProcedureStep step, Instant dueAt) {
        return waitsFor(step).filter(until -> until.at().equals(dueAt)).isPresent()
                ? Result.ok(Change.quiet(copy(due, true, round, status, handedTo, returned, decision, earlier)))
                : illegal();
    }

    private Optional<Due> waitsFor(ProcedureStep step) {
        if (step == ProcedureStep.APPROVAL && status == CaseStatus.PENDING) {
            return Optional.of(due);
        }
        return step == ProcedureStep.CONFIRMATION && status == CaseStatus.APPROVED_VERBALLY
                ? Optional.ofNullable(requireNonNull(decision).verbal()).map(VerbalApproval::confirmation)
                : Optional.empty();
    }

    private Result<Change<ApprovalCase>> decide(
            Person approver,
            Optional<Authority> authority,
            CaseStatus next,
            List<Fault> faults,
            Function<Authority, Change<ApprovalCase>> decision) {
        if (approver.id().equals(requester.id())) {
            return Result.refused(Reason.FORBIDDEN, "OWN_REQUEST");
        }
        if (authority.isEmpty()) {
            return Result.refused(Reason.FORBIDDEN, "NO_VALID_ORDER");
        }
        if (handedTo != null && !handedTo.id().equals(approver.id())) {
            return Result.refused(Reason.FORBIDDEN, "HANDED_OVER");
        }
        if (!status.mayBecome(next)) {
            return illegal();
        }
        return faults.isEmpty() ? Result.ok(decision.apply(authority.get())) : Result.refused(Refusal.invalid(faults));
    }

    private Decision allowed(
            Person approver,
            Authority authority,
            Assignment assignment,
            Assignment.Facts facts,
            @Nullable Confirmation confirmation,
            @Nullable VerbalApproval verbal,
            Instant now) {
        PublicationPeriod period =
                Optional.ofNullable(assignment.publicationPeriod()).orElseGet(form::publicationPeriod);
        return new Decision(
                approver,
                authority,
                now,
                confirmation == null ? List.of() : confirmation.checks(),
                requireNonNull(assignment.category()),
                period,
                facts.webmaster().orElseThrow(),
                assignment.remark(),
                List.of(),
                confirmation == null ? List.of() : confirmation.answers(),
                verbal);
    }

    private Event approved(Decision made, Due publishing) {
        return new Approved(
                requestId,
                revision,
                requester,
                made.approver(),
                made.authority().order(),
                made.checks(),
                requireNonNull(made.category()),
                requireNonNull(made.publicationPeriod()),
                requireNonNull(made.webmaster()),
                made.remark(),
                form,
                attachments,
                digest,
                guidelineVersion,
                made.answers(),
                made.authority().actingFor(),
                made.verbal(),
                publishing);
    }

    private static Result<Change<ApprovalCase>> illegal() {
        return Result.refused(Reason.RULE, "ILLEGAL_TRANSITION");
    }

    private ApprovalCase decided(CaseStatus next, @Nullable Decision made) {
        return copy(due, overdue, round, next, handedTo, returned, made, earlier);
    }

    private ApprovalCase decided(CaseStatus next, Decision made, Decision before) {
        List<Decision> decisions = new ArrayList<>(earlier);
        decisions.add(before);
        return copy(due, overdue, round, next, handedTo, returned, made, decisions);
    }

    private ApprovalCase copy(
            Due until,
            boolean late,
            int number,
            CaseStatus next,
            @Nullable Person to,
            List<RejectionReason> reasons,
            @Nullable Decision made,
            List<Decision> decisions) {
        return new ApprovalCase(
                requestId,
                revision,
                requester,
                form,
                attachments,
                digest,
                guidelineVersion,
                warnings,
                submittedAt,
                until,
                late,
                number,
                next,
                to,
                reasons,
                made,
                decisions);
    }
}
