package org.prakat.request.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.event.WarningAnswer;
import org.prakat.request.domain.TimelineEntry.Step;

/**
 * The office's form for one submission, with all that has been filled in since: what was checked and decided, what became of
 * it, and who signs for that.
 *
 * @param submitted the part that the owner filled in
 * @param checks 2.1, 2.2 and 3.1
 * @param decision absent while the approver has not decided, or is to decide anew
 * @param standing where it was put on the site; absent while it was not
 */
public record OfficialForm(
        String requestId,
        SubmittedRevision submitted,
        List<MadeCheck> checks,
        @Nullable Decision decision,
        @Nullable Standing standing,
        Signatures signatures) {

    private static final String GUIDELINE = "2.1";
    private static final String CONTENT = "2.2";
    private static final String WEBMASTERS = "3.1";

    /** What came of a check. */
    public enum Outcome {
        PASSED,
        NOT_PASSED,
        /** Nobody has said so: a refusal gives its reasons, not the check that brought them up. */
        OPEN
    }

    /**
     * A check of the procedure.
     *
     * @param step its number in the procedure
     */
    public record MadeCheck(String step, Outcome outcome, @Nullable String remark) {}

    /**
     * What the approver decided.
     *
     * @param outcome the step of the timeline; {@code VERBAL_APPROVAL_REFUSED} when what was recorded as said was not confirmed
     * @param reasons why not, where it was not allowed
     * @param category in which it is to stand, where it was allowed, like what follows
     * @param webmaster who is to publish it
     * @param answers to the warnings
     */
    public record Decision(
            Step outcome,
            List<RejectionReason> reasons,
            @Nullable String remark,
            @Nullable String category,
            @Nullable PublicationPeriod publicationPeriod,
            @Nullable Person webmaster,
            List<WarningAnswer> answers) {}

    /** Who signs; absent who has not yet. */
    public record Signatures(Signature owner, @Nullable Signature approver, @Nullable Signature webmaster) {}

    /**
     * A signature.
     *
     * @param orderNumber of the appointment order under which they act; the owner needs none
     * @param at when, UTC
     * @param actingFor in whose place a deputy signs
     * @param verbal of an approver: how it was said, when it was by word of mouth
     */
    public record Signature(
            String name,
            String position,
            @Nullable String orderNumber,
            Instant at,
            @Nullable ActingFor actingFor,
            @Nullable Verbal verbal) {}

    /**
     * An approval by word of mouth.
     *
     * @param saidAt UTC
     * @param recordedAt UTC
     * @param confirmBy until when it is to be confirmed in writing, UTC
     * @param confirmation who did so, and when
     */
    public record Verbal(
            String means,
            Instant saidAt,
            Person recordedBy,
            Instant recordedAt,
            String note,
            Instant confirmBy,
            @Nullable Signature confirmation) {}

    public OfficialForm {
        checks = List.copyOf(checks);
    }

    static OfficialForm of(PublicationRequest request, SubmittedRevision submitted) {
        Course course = new Course();
        request.timeline().stream()
                .filter(entry -> entry.revision() == submitted.number())
                .forEach(course::take);
        Person owner = request.requester();
        return new OfficialForm(
                request.id(),
                submitted,
                List.of(course.approversCheck(GUIDELINE), course.approversCheck(CONTENT), course.webmastersCheck()),
                course.decision(),
                course.published ? request.standing() : null,
                new Signatures(
                        new Signature(owner.name(), owner.position(), null, submitted.submittedAt(), null, null),
                        course.approver(),
                        signature(course.webmaster)));
    }

    private static @Nullable Signature signature(@Nullable TimelineEntry entry) {
        return entry == null ? null : signature(entry, null, null);
    }

    private static @Nullable Signature signature(
            TimelineEntry entry, @Nullable ActingFor actingFor, @Nullable Verbal verbal) {
        Person by = entry.by();
        return by == null
                ? null
                : new Signature(by.name(), by.position(), entry.orderNumber(), entry.at(), actingFor, verbal);
    }

    /** What of a submission's timeline counts in the end: a later step may take the place of an earlier one. */
    private static final class Course {

        private @Nullable TimelineEntry decided;
        private @Nullable TimelineEntry confirmed;
        private @Nullable TimelineEntry webmaster;
        private boolean published;

        void take(TimelineEntry entry) {
            switch (entry.step()) {
                case APPROVED, APPROVED_VERBALLY, REJECTED, CHANGES_REQUESTED -> {
                    decided = entry;
                    confirmed = null;
                    webmaster = is(webmaster, Step.RETURNED_TO_APPROVER) ? null : webmaster;
                }
                case VERBAL_APPROVAL_CONFIRMED, VERBAL_APPROVAL_REFUSED -> confirmed = entry;
                case RETURNED_TO_APPROVER -> {
                    decided = null;
                    confirmed = null;
                    webmaster = entry;
                }
                case SCHEDULED, RETURNED -> webmaster = entry;
                case SCHEDULE_CANCELLED -> webmaster = null;
                case PUBLISHED, COMPLETED -> {
                    // What was scheduled was checked then.
                    webmaster = is(webmaster, Step.SCHEDULED) ? webmaster : entry;
                    published |= entry.step() == Step.PUBLISHED;
                }
                default -> {
                    // The rest is not on the form.
                }
            }
        }

        MadeCheck approversCheck(String step) {
            return Optional.ofNullable(is(confirmed, Step.VERBAL_APPROVAL_CONFIRMED) ? confirmed : decided).stream()
                    .flatMap(entry -> entry.checks().stream())
                    .filter(check -> check.step().equals(step))
                    .map(check -> new MadeCheck(step, Outcome.PASSED, check.remark()))
                    .findFirst()
                    .orElseGet(() -> new MadeCheck(step, Outcome.OPEN, null));
        }

        MadeCheck webmastersCheck() {
            if (webmaster == null) {
                return new MadeCheck(WEBMASTERS, Outcome.OPEN, null);
            }
            boolean back = is(webmaster, Step.RETURNED) || is(webmaster, Step.RETURNED_TO_APPROVER);
            String why = webmaster.reasons().stream()
                    .map(RejectionReason::explanation)
                    .reduce((one, other) -> one + "; " + other)
                    .orElse(null);
            return new MadeCheck(WEBMASTERS, back ? Outcome.NOT_PASSED : Outcome.PASSED, why);
        }

        @Nullable
        Decision decision() {
            if (decided == null) {
                return null;
            }
            TimelineEntry last =
                    confirmed != null && confirmed.step() == Step.VERBAL_APPROVAL_REFUSED ? confirmed : decided;
            Optional<Allowance> allowed = Optional.ofNullable(decided.allowed());
            return new Decision(
                    last.step(),
                    last.reasons(),
                    allowed.map(Allowance::remark).orElse(null),
                    allowed.map(Allowance::category).orElse(null),
                    allowed.map(Allowance::publicationPeriod).orElse(null),
                    decided.to(),
                    allowed.map(Allowance::answers).orElse(List.of()));
        }

        @Nullable
        Signature approver() {
            if (decided == null) {
                return null;
            }
            Allowance allowed = decided.allowed();
            return allowed == null
                    ? signature(decided)
                    : signature(decided, allowed.actingFor(), verbal(decided.at(), allowed.verbal()));
        }

        private @Nullable Verbal verbal(Instant recordedAt, @Nullable VerbalApproval said) {
            return said == null
                    ? null
                    : new Verbal(
                            said.means(),
                            said.saidAt(),
                            said.recordedBy(),
                            recordedAt,
                            said.note(),
                            said.confirmation().at(),
                            is(confirmed, Step.VERBAL_APPROVAL_CONFIRMED) ? signature(confirmed) : null);
        }

        private static boolean is(@Nullable TimelineEntry entry, Step step) {
            return entry != null && entry.step() == step;
        }
    }
}
