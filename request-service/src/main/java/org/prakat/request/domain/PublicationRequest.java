package org.prakat.request.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Concern;
import org.prakat.common.event.ContentDigest;
import org.prakat.common.event.Due;
import org.prakat.common.event.Person;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Warning;
import org.prakat.request.domain.TimelineEntry.Step;

/**
 * A publication request (คำขอเผยแพร่ข้อมูล): one filled-in form with its files, from the draft to its end (step 1).
 *
 * @param revision counts its submissions, from 1
 * @param revisions what was submitted, the oldest first
 * @param timeline what happened, the oldest first
 * @param standing set once it was published
 * @param confirmation until when what was approved by word of mouth is to be confirmed in writing; absent when nothing is
 * @param turnedBackAt when it last took a step back, UTC: news from before moves it no more
 * @param titleKey the title as it is compared with others
 * @param sender the other office that handed it in; absent: an officer of this one filled it in
 */
public record PublicationRequest(
        String id,
        String office,
        Person requester,
        int revision,
        RequestStatus status,
        Draft draft,
        List<Attachment> attachments,
        List<SubmittedRevision> revisions,
        List<TimelineEntry> timeline,
        @Nullable Standing standing,
        @Nullable Due confirmation,
        @Nullable Instant turnedBackAt,
        String titleKey,
        Instant createdAt,
        @Nullable Sender sender) {

    /** As for other offices. */
    private static final int LONGEST_EXPLANATION = 1_000;

    private static final Set<Step> DECISIONS =
            EnumSet.of(Step.APPROVED, Step.APPROVED_VERBALLY, Step.REJECTED, Step.CHANGES_REQUESTED);

    /** After these, what was said by word of mouth before is no longer to be confirmed. */
    private static final Set<Step> ENDS_OF_CONFIRMATION =
            EnumSet.of(Step.VERBAL_APPROVAL_CONFIRMED, Step.VERBAL_APPROVAL_REFUSED, Step.RETURNED_TO_APPROVER);

    public PublicationRequest {
        attachments = List.copyOf(attachments);
        revisions = List.copyOf(revisions);
        timeline = List.copyOf(timeline);
    }

    /** Begins a draft of something new. */
    public static Result<Change<PublicationRequest>> begin(
            String id, String office, Person requester, Draft draft, Instant now) {
        return begin(id, office, requester, draft, List.of(), null, null, now);
    }

    /** Begins what another office hands in, with its files. */
    public static Result<Change<PublicationRequest>> receive(
            String office, Person requester, Sender sender, Draft draft, List<Attachment> files, Instant now) {
        return begin(sender.requestId(), office, requester, draft, numbered(files), null, sender, now);
    }

    private static Result<Change<PublicationRequest>> begin(
            String id,
            String office,
            Person requester,
            Draft draft,
            List<Attachment> files,
            @Nullable Concern concern,
            @Nullable Sender sender,
            Instant now) {
        List<Fault> faults = FormRules.faultsOfDraft(draft);
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        List<TimelineEntry> timeline = List.of(TimelineEntry.of(now, 1, Step.CREATED, requester));
        return Result.ok(Change.quiet(new PublicationRequest(
                id,
                office,
                requester,
                1,
                RequestStatus.DRAFT,
                draft.about(concern),
                files,
                List.of(),
                timeline,
                null,
                null,
                null,
                titleKey(draft.title()),
                now,
                sender)));
    }

    /** Begins a request about this one's item, which must be on the site: its form says what this one's said. */
    public Result<Change<PublicationRequest>> beginAmendment(
            String amendmentId, Concern.Kind kind, Person by, Instant now) {
        return isOnSiteAt(now)
                ? begin(amendmentId, office, by, draft, List.of(), new Concern(kind, id), null, now)
                : Result.refused(Reason.RULE, "NOT_ON_SITE");
    }

    /**
     * Begins a new request that says the same.
     *
     * @param files copies of this one's
     */
    public Result<Change<PublicationRequest>> beginCopy(String copyId, Person by, List<Attachment> files, Instant now) {
        return begin(copyId, office, by, draft.forCopy(), files, null, null, now);
    }

    /** What two titles have in common that differ only in blanks and case. */
    public static String titleKey(@Nullable String title) {
        return title == null ? "" : title.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    public boolean isOwnedBy(Person person) {
        return requester.id().equals(person.id());
    }

    /** Whether this office handed it in. */
    public boolean isFrom(String sendingOffice) {
        return sender != null && sender.office().equals(sendingOffice);
    }

    public boolean isOnSiteAt(Instant now) {
        return status == RequestStatus.PUBLISHED && standing != null && !standing.isOverAt(now);
    }

    public Optional<Attachment> attachment(String attachmentId) {
        return attachments.stream()
                .filter(file -> file.id().equals(attachmentId))
                .findFirst();
    }

    /** Whether a file was part of a submission: it is then kept, whatever becomes of the draft. */
    public boolean wasSubmitted(Attachment file) {
        return revisions.stream()
                .flatMap(submitted -> submitted.attachments().stream())
                .anyMatch(other -> other.key().equals(file.key()));
    }

    /** What it is about: as the form says, or last said when it was submitted; the request's id before it ever said anything. */
    public String title() {
        return Optional.ofNullable(draft.title())
                .filter(title -> !title.isBlank())
                .or(() -> revisions.stream().reduce((earlier, later) -> later).map(last -> last.form()
                        .title()))
                .orElse(id);
    }

    public Optional<SubmittedRevision> submittedRevision(int number) {
        return revisions.stream()
                .filter(submitted -> submitted.number() == number)
                .findFirst();
    }

    /**
     * The office's form for one submission.
     *
     * @param number of the submission; null: the last
     */
    public Result<OfficialForm> form(@Nullable Integer number) {
        return revisions.stream()
                .filter(submitted -> number == null || submitted.number() == number)
                .reduce((earlier, later) -> later)
                .map(submitted -> Result.ok(OfficialForm.of(this, submitted)))
                .orElseGet(() -> Result.refused(Reason.NOT_FOUND, "NOT_FOUND"));
    }

    /** Why it was turned back: of the last submission, while it is being revised too. */
    public List<RejectionReason> turnedBackFor() {
        int about = status == RequestStatus.DRAFT ? revision - 1 : revision;
        boolean turnedBack = status == RequestStatus.DRAFT || status.mayBecome(RequestStatus.DRAFT);
        return turnedBack
                ? timeline.stream()
                        .filter(entry -> entry.revision() == about && entry.turnsBack())
                        .reduce((earlier, later) -> later)
                        .map(TimelineEntry::reasons)
                        .orElse(List.of())
                : List.of();
    }

    /** What differs between two submissions. */
    public Result<RevisionChanges> changes(int from, int to) {
        Optional<SubmittedRevision> before = submittedRevision(from);
        Optional<SubmittedRevision> after = submittedRevision(to);
        return before.isPresent() && after.isPresent()
                ? Result.ok(RevisionChanges.between(before.get(), after.get()))
                : Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
    }

    /** Fills the form in anew. What it concerns is not for the form to change. */
    public Result<Change<PublicationRequest>> edit(Draft edited) {
        List<Fault> faults = new ArrayList<>(FormRules.faultsOfDraft(edited));
        if (draft.concerning() != null && !Objects.equals(edited.category(), draft.category())) {
            faults.add(new Fault("category", "CATEGORY_MUST_STAY"));
        }
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        return inDraft(() -> withContent(edited.about(draft.concerning()), attachments));
    }

    /** Adds a file after the others. */
    public Result<Change<PublicationRequest>> attach(Attachment file, int maxFiles) {
        if (attachments.size() >= maxFiles) {
            return Result.refused(Reason.RULE, "TOO_MANY_FILES");
        }
        List<Attachment> more = new ArrayList<>(attachments);
        more.add(file);
        return inDraft(() -> withContent(draft, numbered(more)));
    }

    /** Takes a file out. */
    public Result<Change<PublicationRequest>> detach(String attachmentId) {
        if (attachment(attachmentId).isEmpty()) {
            return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
        }
        List<Attachment> rest = attachments.stream()
                .filter(file -> !file.id().equals(attachmentId))
                .toList();
        return inDraft(() -> withContent(draft, numbered(rest)));
    }

    /** Throws a draft away that nobody else has seen. One that was submitted before is on record. */
    public Result<Change<PublicationRequest>> discard() {
        if (!status.mayBecome(RequestStatus.DISCARDED)) {
            return illegal();
        }
        return revisions.isEmpty()
                ? Result.ok(Change.quiet(copy(
                        revision,
                        RequestStatus.DISCARDED,
                        Draft.EMPTY,
                        List.of(),
                        revisions,
                        timeline,
                        standing,
                        confirmation,
                        turnedBackAt)))
                : Result.refused(Reason.RULE, "SUBMITTED_BEFORE");
    }

    /** Puts the files in another order. */
    public Result<Change<PublicationRequest>> reorder(List<String> attachmentIds) {
        List<Attachment> reordered = attachmentIds.stream()
                .flatMap(attachmentId -> attachment(attachmentId).stream())
                .distinct()
                .toList();
        if (reordered.size() != attachments.size() || attachmentIds.size() != attachments.size()) {
            return Result.refused(Refusal.invalid(List.of(new Fault("attachments", "NOT_THE_SAME_FILES"))));
        }
        return inDraft(() -> withContent(draft, numbered(reordered)));
    }

    /**
     * Hands the form to the approver.
     *
     * @param approval until when the approver is to decide
     */
    public Result<Change<PublicationRequest>> submit(FormRules rules, Doubts doubts, Due approval, Instant now) {
        if (!status.mayBecome(RequestStatus.SUBMITTED)) {
            return illegal();
        }
        List<Fault> faults = rules.faults(draft, attachments);
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        RequestForm form = form();
        SubmittedRevision submitted = new SubmittedRevision(
                revision,
                form,
                attachments,
                ContentDigest.of(form, attachments),
                rules.guidelineVersion(),
                doubts.about(draft),
                now);
        List<SubmittedRevision> more = new ArrayList<>(revisions);
        more.add(submitted);
        TimelineEntry entry = new TimelineEntry(
                now, revision, Step.SUBMITTED, requester, null, approval.at(), List.of(), null, null, List.of(), null);
        PublicationRequest next = moved(RequestStatus.SUBMITTED, entry);
        return Result.ok(new Change<>(
                next.withRevisions(more),
                new RequestSubmitted(
                        id,
                        revision,
                        requester,
                        form,
                        attachments,
                        submitted.digest(),
                        submitted.guidelineVersion(),
                        submitted.warnings(),
                        approval)));
    }

    /** What makes one doubt the form as it now is. */
    public List<Warning> warnings(Doubts doubts) {
        return doubts.about(draft);
    }

    private RequestForm form() {
        return new RequestForm(
                requireNonNull(draft.title()),
                requireNonNull(draft.summary()),
                office,
                requireNonNull(draft.workGroup()),
                requireNonNull(draft.category()),
                requireNonNull(draft.source()),
                requireNonNull(draft.dataPeriod()),
                draft.wishedPublicationDate(),
                requireNonNull(draft.publicationPeriod()),
                draft.externalLink(),
                draft.remark(),
                draft.urgent(),
                draft.concerning(),
                draft.evidence());
    }

    /** Takes the request back before it is published. */
    public Result<Change<PublicationRequest>> withdraw(@Nullable String explanation, Instant now) {
        if (explanation == null || explanation.isBlank()) {
            return Result.refused(Refusal.invalid(List.of(new Fault("explanation", "REQUIRED"))));
        }
        if (explanation.codePointCount(0, explanation.length()) > LONGEST_EXPLANATION) {
            Map<String, String> max = Map.of("max", String.valueOf(LONGEST_EXPLANATION));
            return Result.refused(Refusal.invalid(List.of(new Fault("explanation", "TOO_LONG", max))));
        }
        if (!status.mayBecome(RequestStatus.WITHDRAWN)) {
            return illegal();
        }
        TimelineEntry entry = new TimelineEntry(
                now, revision, Step.WITHDRAWN, requester, null, null, List.of(), explanation, null, List.of(), null);
        return Result.ok(new Change<>(
                moved(RequestStatus.WITHDRAWN, entry), new RequestWithdrawn(id, revision, requester, explanation)));
    }

    /** Opens a refused or returned request for its next submission. */
    public Result<Change<PublicationRequest>> revise(Instant now) {
        if (!status.mayBecome(RequestStatus.DRAFT)) {
            return illegal();
        }
        TimelineEntry entry = TimelineEntry.of(now, revision + 1, Step.REVISED, requester);
        return Result.ok(Change.quiet(copy(
                revision + 1,
                RequestStatus.DRAFT,
                draft,
                attachments,
                revisions,
                with(entry),
                standing,
                null,
                turnedBackAt)));
    }

    /** Takes note of something that leaves the status as it is. */
    public Result<Change<PublicationRequest>> note(TimelineEntry entry) {
        return Result.ok(Change.quiet(moved(status, entry)));
    }

    /**
     * Takes note of what another service did. It always goes into the timeline; the status follows only where it goes
     * forward, since the events of different services have no order among each other, and only if it is not from before the
     * last step back.
     */
    public Result<Change<PublicationRequest>> note(RequestStatus next, TimelineEntry entry) {
        boolean fromBefore = turnedBackAt != null && entry.at().isBefore(turnedBackAt);
        boolean forward = entry.revision() == revision && status.mayBecome(next) && !fromBefore;
        return Result.ok(Change.quiet(moved(forward ? next : status, entry)));
    }

    /**
     * Takes note of a step back. If it overtakes the step that it takes back, that step will come to nothing; if the next
     * decision overtook it, the step back is history. What the approver is to decide anew need not be confirmed any more.
     */
    public Result<Change<PublicationRequest>> turnBack(RequestStatus earlier, TimelineEntry entry) {
        boolean current = entry.revision() == revision && !isDecidedSince(entry);
        boolean decidedAnew = current && earlier == RequestStatus.SUBMITTED;
        RequestStatus next = current && status.mayTurnBackTo(earlier) ? earlier : status;
        return Result.ok(Change.quiet(copy(
                revision,
                next,
                draft,
                attachments,
                revisions,
                with(entry),
                standing,
                decidedAnew ? null : confirmation,
                current ? entry.at() : turnedBackAt)));
    }

    private boolean isDecidedSince(TimelineEntry entry) {
        return timeline.stream()
                .anyMatch(other -> other.revision() == entry.revision()
                        && other.at().isAfter(entry.at())
                        && DECISIONS.contains(other.step()));
    }

    /** Takes note that it was approved by word of mouth. */
    public Result<Change<PublicationRequest>> noteVerbalApproval(Due due, TimelineEntry entry) {
        boolean known = timeline.stream()
                .anyMatch(other -> other.revision() == entry.revision()
                        && !other.at().isBefore(entry.at())
                        && ENDS_OF_CONFIRMATION.contains(other.step()));
        return note(RequestStatus.APPROVED, entry)
                .map(change -> Change.quiet(change.state().withConfirmation(known ? null : due)));
    }

    /** Takes note that the approver confirmed in writing what was said by word of mouth. */
    public Result<Change<PublicationRequest>> noteConfirmed(TimelineEntry entry) {
        return note(entry).map(change -> Change.quiet(change.state().withConfirmation(null)));
    }

    /** Takes note that the approver did not confirm it. What is on the site already leaves it by its own event. */
    public Result<Change<PublicationRequest>> noteNotConfirmed(TimelineEntry entry) {
        return note(RequestStatus.REJECTED, entry)
                .map(change -> Change.quiet(change.state().withConfirmation(null)));
    }

    /** Takes note that it is published, and where. */
    public Result<Change<PublicationRequest>> notePublished(Standing where, TimelineEntry entry) {
        return note(RequestStatus.PUBLISHED, entry)
                .map(change -> Change.quiet(change.state().withStanding(where)));
    }

    /** Takes note that it was checked to be current, and until when it is to be checked again. */
    public Result<Change<PublicationRequest>> noteCurrent(@Nullable Instant next, TimelineEntry entry) {
        return noteStanding(where -> where.checkedBy(next), entry);
    }

    /** Takes note that a new version stands there. */
    public Result<Change<PublicationRequest>> noteReplaced(
            @Nullable Instant end, @Nullable Instant currencyDue, TimelineEntry entry) {
        return noteStanding(where -> where.until(end).checkedBy(currencyDue), entry);
    }

    /** Takes note of another end. */
    public Result<Change<PublicationRequest>> noteEnd(@Nullable Instant end, TimelineEntry entry) {
        return noteStanding(where -> where.until(end), entry);
    }

    private Result<Change<PublicationRequest>> noteStanding(UnaryOperator<Standing> changed, TimelineEntry entry) {
        return note(entry).map(change -> {
            PublicationRequest noted = change.state();
            return noted.standing == null ? change : Change.quiet(noted.withStanding(changed.apply(noted.standing)));
        });
    }

    private Result<Change<PublicationRequest>> inDraft(Supplier<PublicationRequest> edited) {
        return status == RequestStatus.DRAFT ? Result.ok(Change.quiet(edited.get())) : illegal();
    }

    private static Result<Change<PublicationRequest>> illegal() {
        return Result.refused(Reason.RULE, "ILLEGAL_TRANSITION");
    }

    private PublicationRequest withContent(Draft newDraft, List<Attachment> newAttachments) {
        return copy(
                revision, status, newDraft, newAttachments, revisions, timeline, standing, confirmation, turnedBackAt);
    }

    private PublicationRequest moved(RequestStatus next, TimelineEntry entry) {
        return copy(revision, next, draft, attachments, revisions, with(entry), standing, confirmation, turnedBackAt);
    }

    private PublicationRequest withRevisions(List<SubmittedRevision> submitted) {
        return copy(revision, status, draft, attachments, submitted, timeline, standing, confirmation, turnedBackAt);
    }

    private PublicationRequest withStanding(Standing where) {
        return copy(revision, status, draft, attachments, revisions, timeline, where, confirmation, turnedBackAt);
    }

    private PublicationRequest withConfirmation(@Nullable Due due) {
        return copy(revision, status, draft, attachments, revisions, timeline, standing, due, turnedBackAt);
    }

    private PublicationRequest copy(
            int number,
            RequestStatus next,
            Draft content,
            List<Attachment> files,
            List<SubmittedRevision> submitted,
            List<TimelineEntry> happened,
            @Nullable Standing where,
            @Nullable Due due,
            @Nullable Instant turnedBack) {
        return new PublicationRequest(
                id,
                office,
                requester,
                number,
                next,
                content,
                files,
                submitted,
                happened,
                where,
                due,
                turnedBack,
                titleKey(content.title()),
                createdAt,
                sender);
    }

    private List<TimelineEntry> with(TimelineEntry entry) {
        List<TimelineEntry> longer = new ArrayList<>(timeline);
        longer.add(entry);
        longer.sort(Comparator.comparing(TimelineEntry::at));
        return longer;
    }

    private static List<Attachment> numbered(List<Attachment> files) {
        List<Attachment> numbered = new ArrayList<>();
        for (Attachment file : files) {
            numbered.add(file.withOrder(numbered.size() + 1));
        }
        return numbered;
    }
}
