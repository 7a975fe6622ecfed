package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.request.domain.Samples.DUE;
import static org.prakat.request.domain.Samples.MALEE;
import static org.prakat.request.domain.Samples.NONE;
import static org.prakat.request.domain.Samples.NOW;
import static org.prakat.request.domain.Samples.RULES;
import static org.prakat.request.domain.Samples.begun;
import static org.prakat.request.domain.Samples.draft;
import static org.prakat.request.domain.Samples.file;
import static org.prakat.request.domain.Samples.submitted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Result;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Concern;
import org.prakat.common.event.ContentDigest;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.request.domain.RevisionChanges.FileChange.Kind;
import org.prakat.request.domain.TimelineEntry.Step;

class PublicationRequestTest {

    @Test
    void submittingTellsTheFormTheFilesAndTheirDigest() {
        PublicationRequest request = attach(begun(), "a");

        Change<PublicationRequest> change =
                request.submit(RULES, NONE, DUE, NOW).orElseThrow();

        assertThat(change.state().status()).isEqualTo(RequestStatus.SUBMITTED);
        RequestSubmitted event = (RequestSubmitted) change.event();
        assertThat(event.requester()).isEqualTo(MALEE);
        assertThat(event.form().title()).isEqualTo(draft().title());
        assertThat(event.attachments()).containsExactly(file("a"));
        assertThat(event.digest()).isEqualTo(ContentDigest.of(event.form(), event.attachments()));
    }

    @Test
    void nothingCanBeEditedOnceItIsSubmitted() {
        assertThat(codes(
                        submitted().edit(draft()),
                        submitted().attach(file("a"), 9),
                        submitted().submit(RULES, NONE, DUE, NOW),
                        attach(begun(), "a").submit(RULES, NONE, DUE, NOW).flatMap(it -> it.state()
                                .detach("a")),
                        submitted().reorder(List.of()),
                        submitted().revise(NOW)))
                .containsOnly("ILLEGAL_TRANSITION");
    }

    @Test
    void aDiscardedDraftSaysNothingAndHasNoFilesAnyMore() {
        PublicationRequest discarded =
                attach(begun(), "a").discard().orElseThrow().state();

        assertThat(discarded.status()).isEqualTo(RequestStatus.DISCARDED);
        assertThat(discarded.attachments()).isEmpty();
        assertThat(discarded.draft().title()).isNull();
        assertThat(discarded.titleKey()).isEmpty();
    }

    @Test
    void whatWasSubmittedOnceIsNotDiscarded() {
        assertThat(codes(submitted().discard())).containsExactly("ILLEGAL_TRANSITION");
        PublicationRequest revised = note(submitted(), RequestStatus.REJECTED, entry(1, Step.REJECTED, 1))
                .revise(NOW)
                .orElseThrow()
                .state();
        assertThat(codes(revised.discard())).containsExactly("SUBMITTED_BEFORE");
    }

    @Test
    void filesAreNumberedFromOneInTheirOrder() {
        PublicationRequest request = attach(attach(attach(begun(), "a"), "b"), "c");

        PublicationRequest reordered =
                request.reorder(List.of("c", "a", "b")).orElseThrow().state();
        PublicationRequest without = reordered.detach("a").orElseThrow().state();

        assertThat(reordered.attachments()).extracting(Attachment::id).containsExactly("c", "a", "b");
        assertThat(without.attachments()).extracting(Attachment::id).containsExactly("c", "b");
        assertThat(without.attachments()).extracting(Attachment::order).containsExactly(1, 2);
    }

    @Test
    void reorderingNamesEveryFileOnce() {
        PublicationRequest request = attach(attach(begun(), "a"), "b");

        assertThat(codes(
                        request.reorder(List.of("a")),
                        request.reorder(List.of("a", "a")),
                        request.reorder(List.of("a", "b", "b")),
                        request.reorder(List.of("a", "x"))))
                .containsOnly("INVALID_INPUT");
    }

    @Test
    void noMoreFilesThanTheCategoryAllows() {
        assertThat(codes(attach(begun(), "a").attach(file("b"), 1))).containsExactly("TOO_MANY_FILES");
    }

    @Test
    void withdrawingNeedsAnExplanationOfAReasonableLength() {
        assertThat(codes(submitted().withdraw(" ", NOW))).containsExactly("INVALID_INPUT");
        assertThat(codes(submitted().withdraw("ก".repeat(1_001), NOW))).containsExactly("INVALID_INPUT");

        Change<PublicationRequest> change =
                submitted().withdraw("ส่งผิดฉบับ", NOW).orElseThrow();

        assertThat(change.state().status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(change.event()).isEqualTo(new RequestWithdrawn("r1", 1, MALEE, "ส่งผิดฉบับ"));
    }

    @Test
    void aRefusedRequestIsRevisedAsTheNextRevisionAndKeepsItsHistory() {
        PublicationRequest refused = note(submitted(), RequestStatus.REJECTED, entry(1, Step.REJECTED, 1));

        PublicationRequest revised =
                refused.revise(NOW.plusSeconds(9)).orElseThrow().state();

        assertThat(revised.status()).isEqualTo(RequestStatus.DRAFT);
        assertThat(revised.revision()).isEqualTo(2);
        assertThat(revised.timeline())
                .extracting(TimelineEntry::step)
                .containsExactly(Step.CREATED, Step.SUBMITTED, Step.REJECTED, Step.REVISED);
    }

    @Test
    void whyItWasTurnedBackIsAtHandUntilItIsSubmittedAnew() {
        List<RejectionReason> why = List.of(new RejectionReason("INCORRECT", "ยอดรวมไม่ตรง"));
        TimelineEntry refusal = new TimelineEntry(
                NOW.plusSeconds(1), 1, Step.REJECTED, MALEE, null, null, why, null, null, List.of(), null);

        PublicationRequest refused = note(submitted(), RequestStatus.REJECTED, refusal);
        PublicationRequest revised =
                refused.revise(NOW.plusSeconds(9)).orElseThrow().state();
        PublicationRequest again = revised.submit(RULES, NONE, DUE, NOW.plusSeconds(10))
                .orElseThrow()
                .state();

        assertThat(submitted().turnedBackFor()).isEmpty();
        assertThat(begun().turnedBackFor()).isEmpty();
        assertThat(refused.turnedBackFor()).isEqualTo(why);
        assertThat(revised.turnedBackFor()).isEqualTo(why);
        assertThat(again.turnedBackFor()).isEmpty();
    }

    @Test
    void whatBecomesKnownLateGoesIntoTheTimelineButNeverTurnsTheStatusBack() {
        PublicationRequest published = note(submitted(), RequestStatus.PUBLISHED, entry(1, Step.PUBLISHED, 5));

        PublicationRequest later = note(published, RequestStatus.APPROVED, entry(1, Step.APPROVED, 2));

        assertThat(later.status()).isEqualTo(RequestStatus.PUBLISHED);
        assertThat(later.timeline())
                .extracting(TimelineEntry::step)
                .containsExactly(Step.CREATED, Step.SUBMITTED, Step.APPROVED, Step.PUBLISHED);
    }

    @Test
    void newsOfAnEarlierRevisionDoesNotTouchTheStatus() {
        PublicationRequest second = note(submitted(), RequestStatus.REJECTED, entry(1, Step.REJECTED, 1))
                .revise(NOW)
                .flatMap(change -> change.state().submit(RULES, NONE, DUE, NOW))
                .orElseThrow()
                .state();

        assertThat(note(second, RequestStatus.APPROVED, entry(1, Step.APPROVED, 2))
                        .status())
                .isEqualTo(RequestStatus.SUBMITTED);
        assertThat(note(second, RequestStatus.APPROVED, entry(2, Step.APPROVED, 2))
                        .status())
                .isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    void aWithdrawalThatCameTooLateGivesWayToThePublication() {
        PublicationRequest withdrawn =
                submitted().withdraw("ผิด", NOW).orElseThrow().state();

        assertThat(note(withdrawn, RequestStatus.APPROVED, entry(1, Step.APPROVED, 1))
                        .status())
                .isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(note(withdrawn, RequestStatus.PUBLISHED, entry(1, Step.PUBLISHED, 2))
                        .status())
                .isEqualTo(RequestStatus.PUBLISHED);
    }

    @Test
    void whoseTitleWasEmptiedInARevisionIsNamedAsItWasSubmitted() {
        PublicationRequest emptied = note(submitted(), RequestStatus.REJECTED, entry(1, Step.REJECTED, 1))
                .revise(NOW)
                .flatMap(change -> change.state().edit(titled(null)))
                .orElseThrow()
                .state();

        assertThat(emptied.title()).isEqualTo("ประกาศผลการจัดซื้อ");
        assertThat(begun().edit(titled(null)).orElseThrow().state().title()).isEqualTo(begun().id());
    }

    @Test
    void everySubmissionIsKeptAndCanBeCompared() {
        PublicationRequest first =
                attach(begun(), "a").submit(RULES, NONE, DUE, NOW).orElseThrow().state();
        PublicationRequest second = note(first, RequestStatus.REJECTED, entry(1, Step.REJECTED, 1))
                .revise(NOW)
                .flatMap(change -> change.state().edit(titled("ประกาศผลการจัดซื้อ (แก้ไข)")))
                .flatMap(change -> change.state().detach("a"))
                .flatMap(change -> change.state().attach(file("b"), 9))
                .flatMap(change -> change.state().submit(RULES, NONE, DUE, NOW))
                .orElseThrow()
                .state();

        assertThat(second.revisions()).extracting(SubmittedRevision::number).containsExactly(1, 2);
        assertThat(second.revisions().get(0).attachments()).containsExactly(file("a"));
        assertThat(second.wasSubmitted(file("a"))).as("its file is kept").isTrue();
        RevisionChanges changes = second.changes(1, 2).orElseThrow();
        assertThat(changes.fields())
                .containsExactly(
                        new RevisionChanges.FieldChange("title", "ประกาศผลการจัดซื้อ", "ประกาศผลการจัดซื้อ (แก้ไข)"));
        assertThat(changes.files())
                .containsExactly(
                        new RevisionChanges.FileChange("a.pdf", Kind.REMOVED),
                        new RevisionChanges.FileChange("b.pdf", Kind.ADDED));
        assertThat(codes(second.changes(1, 3))).containsExactly("NOT_FOUND");
    }

    @Test
    void aRequestAboutSomethingOnTheSiteSaysWhatThatSaid() {
        PublicationRequest published = published(NOW.plusSeconds(90));

        PublicationRequest extension = published
                .beginAmendment("x1", Concern.Kind.EXTEND, MALEE, NOW)
                .orElseThrow()
                .state();

        assertThat(extension.draft().concerning()).isEqualTo(new Concern(Concern.Kind.EXTEND, "r1"));
        assertThat(extension.draft().title()).isEqualTo(draft().title());
        assertThat(extension.attachments()).isEmpty();
        assertThat(extension.edit(draft()).orElseThrow().state().draft().concerning())
                .as("the form cannot change what it concerns")
                .isEqualTo(extension.draft().concerning());
        assertThat(codes(
                        published.beginAmendment("x2", Concern.Kind.EXTEND, MALEE, NOW.plusSeconds(90)),
                        submitted().beginAmendment("x2", Concern.Kind.REMOVE, MALEE, NOW)))
                .containsOnly("NOT_ON_SITE");
    }

    @Test
    void aCopyTakesOverAllButTheDatesAndTheOccasion() {
        PublicationRequest copy = submitted()
                .beginCopy("c1", MALEE, List.of(file("copied")), NOW)
                .orElseThrow()
                .state();

        assertThat(copy.status()).isEqualTo(RequestStatus.DRAFT);
        assertThat(copy.draft().title()).isEqualTo(draft().title());
        assertThat(copy.draft().dataPeriod()).isNull();
        assertThat(copy.draft().wishedPublicationDate()).isNull();
        assertThat(copy.attachments()).containsExactly(file("copied"));
    }

    @Test
    void aStepBackIsTakenAndLateNewsFromBeforeItChangesNothing() {
        PublicationRequest approved = note(submitted(), RequestStatus.APPROVED, entry(1, Step.APPROVED, 1));
        PublicationRequest back = turnBack(approved, RequestStatus.SUBMITTED, Step.RETURNED_TO_APPROVER, 5);

        assertThat(back.status()).isEqualTo(RequestStatus.SUBMITTED);
        assertThat(note(back, RequestStatus.APPROVED, entry(1, Step.APPROVED, 2))
                        .status())
                .as("from before")
                .isEqualTo(RequestStatus.SUBMITTED);
        assertThat(note(back, RequestStatus.APPROVED, entry(1, Step.APPROVED, 6))
                        .status())
                .as("decided anew")
                .isEqualTo(RequestStatus.APPROVED);
    }

    @Test
    void aStepBackThatOvertakesTheStepHasTheSameResult() {
        PublicationRequest back = turnBack(submitted(), RequestStatus.SUBMITTED, Step.RETURNED_TO_APPROVER, 5);

        assertThat(note(back, RequestStatus.APPROVED, entry(1, Step.APPROVED, 2))
                        .status())
                .isEqualTo(RequestStatus.SUBMITTED);
    }

    @Test
    void aStepBackThatTheNextDecisionOvertookIsHistory() {
        PublicationRequest anew = note(submitted(), RequestStatus.APPROVED, entry(1, Step.APPROVED, 6));

        PublicationRequest back = turnBack(anew, RequestStatus.SUBMITTED, Step.RETURNED_TO_APPROVER, 5);

        assertThat(back.status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(back.timeline()).extracting(TimelineEntry::step).endsWith(Step.RETURNED_TO_APPROVER, Step.APPROVED);
    }

    @Test
    void anApprovalByWordOfMouthIsToBeConfirmedWhicheverNewsComesFirst() {
        TimelineEntry said = entry(1, Step.APPROVED_VERBALLY, 1);
        TimelineEntry confirmed = entry(1, Step.VERBAL_APPROVAL_CONFIRMED, 9);
        PublicationRequest verbal =
                submitted().noteVerbalApproval(DUE, said).orElseThrow().state();

        assertThat(verbal.status()).isEqualTo(RequestStatus.APPROVED);
        assertThat(verbal.confirmation()).isEqualTo(DUE);
        assertThat(verbal.noteConfirmed(confirmed).orElseThrow().state().confirmation())
                .isNull();
        assertThat(submitted()
                        .noteConfirmed(confirmed)
                        .flatMap(change -> change.state().noteVerbalApproval(DUE, said))
                        .orElseThrow()
                        .state()
                        .confirmation())
                .isNull();
        PublicationRequest refused = verbal.noteNotConfirmed(entry(1, Step.VERBAL_APPROVAL_REFUSED, 9))
                .orElseThrow()
                .state();
        assertThat(refused.status()).isEqualTo(RequestStatus.REJECTED);
        assertThat(refused.confirmation()).isNull();
    }

    @Test
    void anExtensionMovesTheEnd() {
        Instant later = NOW.plusSeconds(9_000);

        PublicationRequest extended = published(NOW.plusSeconds(90))
                .noteEnd(later, entry(1, Step.EXTENDED, 9))
                .orElseThrow()
                .state();

        assertThat(extended.standing().expiresAt()).isEqualTo(later);
        assertThat(extended.isOnSiteAt(NOW.plusSeconds(90))).isTrue();
    }

    private static PublicationRequest published(Instant expiresAt) {
        Standing standing = new Standing("procurement", 2570, 1, "/items/r1", NOW, expiresAt, null);
        return submitted()
                .notePublished(standing, entry(1, Step.PUBLISHED, 1))
                .orElseThrow()
                .state();
    }

    private static PublicationRequest turnBack(
            PublicationRequest request, RequestStatus earlier, Step step, long second) {
        return request.turnBack(earlier, entry(1, step, second)).orElseThrow().state();
    }

    private static Draft titled(@Nullable String title) {
        Draft draft = draft();
        return new Draft(
                title,
                draft.summary(),
                draft.workGroup(),
                draft.category(),
                draft.source(),
                draft.dataPeriod(),
                draft.wishedPublicationDate(),
                draft.publicationPeriod(),
                draft.externalLink(),
                draft.remark(),
                draft.urgent(),
                null,
                List.of());
    }

    private static PublicationRequest attach(PublicationRequest request, String id) {
        return request.attach(file(id), 9).orElseThrow().state();
    }

    private static PublicationRequest note(PublicationRequest request, RequestStatus status, TimelineEntry entry) {
        return request.note(status, entry).orElseThrow().state();
    }

    private static TimelineEntry entry(int revision, Step step, long second) {
        return TimelineEntry.of(NOW.plus(Duration.ofSeconds(second)), revision, step, MALEE);
    }

    private static List<String> codes(Result<?>... results) {
        return Stream.of(results)
                .map(result -> ((Result.Refused<?>) result).refusal().code())
                .toList();
    }
}
