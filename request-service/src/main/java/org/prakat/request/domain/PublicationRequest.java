package org.prakat.request.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.ContentDigest;
import org.prakat.common.event.Due;
import org.prakat.common.event.Person;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.request.domain.TimelineEntry.Step;

/**
 * A publication request (คำขอเผยแพร่ข้อมูล): one filled-in form with its files, from the draft to its end (step 1).
 *
 * @param revision counts its submissions, from 1
 * @param timeline what happened, the oldest first
 * @param standing set once it was published
 */
public record PublicationRequest(
        String id,
        String office,
        Person requester,
        int revision,
        RequestStatus status,
        Draft draft,
        List<Attachment> attachments,
        List<TimelineEntry> timeline,
        @Nullable Standing standing,
        Instant createdAt) {

    public PublicationRequest {
        attachments = List.copyOf(attachments);
        timeline = List.copyOf(timeline);
    }

    /** Begins a draft. */
    public static Result<Change<PublicationRequest>> begin(
            String id, String office, Person requester, Draft draft, Instant now) {
        List<Fault> faults = FormRules.faultsOfDraft(draft);
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        List<TimelineEntry> timeline = List.of(TimelineEntry.of(now, 1, Step.CREATED, requester));
        return Result.ok(Change.quiet(new PublicationRequest(
                id, office, requester, 1, RequestStatus.DRAFT, draft, List.of(), timeline, null, now)));
    }

    public boolean isOwnedBy(Person person) {
        return requester.id().equals(person.id());
    }

    public Optional<Attachment> attachment(String attachmentId) {
        return attachments.stream()
                .filter(file -> file.id().equals(attachmentId))
                .findFirst();
    }

    /** Fills the form in anew. */
    public Result<Change<PublicationRequest>> edit(Draft edited) {
        List<Fault> faults = FormRules.faultsOfDraft(edited);
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        return inDraft(() -> withContent(edited, attachments));
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

    /** Hands the form to the approver. */
    public Result<Change<PublicationRequest>> submit(FormRules rules, Due approval, Instant now) {
        if (!status.mayBecome(RequestStatus.SUBMITTED)) {
            return illegal();
        }
        List<Fault> faults = rules.faults(draft, attachments);
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        RequestForm form = form();
        return Result.ok(new Change<>(
                moved(RequestStatus.SUBMITTED, TimelineEntry.of(now, revision, Step.SUBMITTED, requester)),
                new RequestSubmitted(
                        id,
                        revision,
                        requester,
                        form,
                        attachments,
                        ContentDigest.of(form, attachments),
                        rules.guidelineVersion(),
                        List.of(),
                        approval)));
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
                null,
                List.of());
    }

    /** Takes the request back before it is published. */
    public Result<Change<PublicationRequest>> withdraw(@Nullable String explanation, Instant now) {
        if (explanation == null || explanation.isBlank()) {
            return Result.refused(Refusal.invalid(List.of(new Fault("explanation", "REQUIRED"))));
        }
        if (!status.mayBecome(RequestStatus.WITHDRAWN)) {
            return illegal();
        }
        TimelineEntry entry =
                new TimelineEntry(now, revision, Step.WITHDRAWN, requester, null, null, List.of(), explanation);
        return Result.ok(new Change<>(
                moved(RequestStatus.WITHDRAWN, entry), new RequestWithdrawn(id, revision, requester, explanation)));
    }

    /** Opens a refused or returned request for its next submission. */
    public Result<Change<PublicationRequest>> revise(Instant now) {
        if (!status.mayBecome(RequestStatus.DRAFT)) {
            return illegal();
        }
        TimelineEntry entry = TimelineEntry.of(now, revision + 1, Step.REVISED, requester);
        return Result.ok(Change.quiet(new PublicationRequest(
                id,
                office,
                requester,
                revision + 1,
                RequestStatus.DRAFT,
                draft,
                attachments,
                with(entry),
                standing,
                createdAt)));
    }

    /**
     * Takes note of what another service did. It always goes into the timeline; the status follows only where it goes
     * forward, since the events of different services have no order among each other.
     */
    public Result<Change<PublicationRequest>> note(RequestStatus next, TimelineEntry entry) {
        boolean forward = entry.revision() == revision && status.mayBecome(next);
        return Result.ok(Change.quiet(moved(forward ? next : status, entry)));
    }

    /** Takes note that it is published, and where. */
    public Result<Change<PublicationRequest>> notePublished(Standing where, TimelineEntry entry) {
        return note(RequestStatus.PUBLISHED, entry).map(change -> {
            PublicationRequest noted = change.state();
            return Change.quiet(new PublicationRequest(
                    id,
                    office,
                    requester,
                    revision,
                    noted.status,
                    draft,
                    attachments,
                    noted.timeline,
                    where,
                    createdAt));
        });
    }

    private Result<Change<PublicationRequest>> inDraft(Supplier<PublicationRequest> edited) {
        return status == RequestStatus.DRAFT ? Result.ok(Change.quiet(edited.get())) : illegal();
    }

    private static Result<Change<PublicationRequest>> illegal() {
        return Result.refused(Reason.RULE, "ILLEGAL_TRANSITION");
    }

    private PublicationRequest withContent(Draft newDraft, List<Attachment> newAttachments) {
        return new PublicationRequest(
                id, office, requester, revision, status, newDraft, newAttachments, timeline, standing, createdAt);
    }

    private PublicationRequest moved(RequestStatus next, TimelineEntry entry) {
        return new PublicationRequest(
                id, office, requester, revision, next, draft, attachments, with(entry), standing, createdAt);
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
