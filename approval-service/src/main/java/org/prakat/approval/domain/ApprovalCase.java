package org.prakat.approval.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Due;
import org.prakat.common.event.Person;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.RequestSubmitted;

/**
 * One submission of a request before its approver (step 2).
 *
 * @param digest of the form and the files that were submitted: what is approved is exactly that
 * @param guidelineVersion by which it was judged when it was submitted
 * @param submittedAt UTC
 * @param decision absent while it is pending, and when it was withdrawn
 */
public record ApprovalCase(
        String requestId,
        int revision,
        Person requester,
        RequestForm form,
        List<Attachment> attachments,
        String digest,
        int guidelineVersion,
        Instant submittedAt,
        CaseStatus status,
        @Nullable Decision decision) {

    public ApprovalCase {
        attachments = List.copyOf(attachments);
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
                at,
                CaseStatus.PENDING,
                null);
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
     * @param order the valid order under which the approver acts, if there is one
     * @param publishing until when the webmaster is to publish
     */
    public Result<Change<ApprovalCase>> approve(
            Person approver,
            Optional<AppointmentOrderDefined> order,
            Approval approval,
            Approval.Facts facts,
            Due publishing,
            Instant now) {
        Optional<Refusal> refusal = refusal(approver, order, CaseStatus.APPROVED, approval.faults(attachments, facts));
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        Person webmaster = facts.webmaster().orElseThrow();
        Decision made = new Decision(
                approver,
                order.orElseThrow().reference(),
                now,
                approval.checks(),
                requireNonNull(approval.category()),
                requireNonNull(approval.publicationPeriod()),
                webmaster,
                approval.remark(),
                List.of());
        return Result.ok(new Change<>(
                decided(CaseStatus.APPROVED, made),
                new Approved(
                        requestId,
                        revision,
                        requester,
                        approver,
                        made.order(),
                        made.checks(),
                        requireNonNull(made.category()),
                        requireNonNull(made.publicationPeriod()),
                        webmaster,
                        made.remark(),
                        form,
                        attachments,
                        digest,
                        guidelineVersion,
                        List.of(),
                        null,
                        null,
                        publishing)));
    }

    /** Refuses the publication, with reasons for the owner. */
    public Result<Change<ApprovalCase>> reject(
            Person approver, Optional<AppointmentOrderDefined> order, Rejection rejection, Instant now) {
        Optional<Refusal> refusal = refusal(approver, order, CaseStatus.REJECTED, rejection.faults());
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        Decision made = new Decision(
                approver, order.orElseThrow().reference(), now, List.of(), null, null, null, null, rejection.told());
        return Result.ok(new Change<>(
                decided(CaseStatus.REJECTED, made),
                new Rejected(requestId, revision, approver, made.order(), made.reasons())));
    }

    /** Takes note that the owner took the request back; what was decided before stands. */
    public Result<Change<ApprovalCase>> withdraw() {
        return status.mayBecome(CaseStatus.WITHDRAWN)
                ? Result.ok(Change.quiet(decided(CaseStatus.WITHDRAWN, null)))
                : Result.refused(Reason.RULE, "ILLEGAL_TRANSITION");
    }

    private Optional<Refusal> refusal(
            Person approver, Optional<AppointmentOrderDefined> order, CaseStatus next, List<Fault> faults) {
        if (approver.id().equals(requester.id())) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN, "OWN_REQUEST"));
        }
        if (order.isEmpty()) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN, "NO_VALID_ORDER"));
        }
        if (!status.mayBecome(next)) {
            return Optional.of(Refusal.of(Reason.RULE, "ILLEGAL_TRANSITION"));
        }
        return faults.isEmpty() ? Optional.empty() : Optional.of(Refusal.invalid(faults));
    }

    private ApprovalCase decided(CaseStatus next, @Nullable Decision made) {
        return new ApprovalCase(
                requestId, revision, requester, form, attachments, digest, guidelineVersion, submittedAt, next, made);
    }
}
