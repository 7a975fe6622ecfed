package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.request.domain.Samples.MALEE;
import static org.prakat.request.domain.Samples.NOW;
import static org.prakat.request.domain.Samples.RULES;
import static org.prakat.request.domain.Samples.begun;
import static org.prakat.request.domain.Samples.draft;
import static org.prakat.request.domain.Samples.file;
import static org.prakat.request.domain.Samples.submitted;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Result;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.ContentDigest;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.request.domain.TimelineEntry.Step;

class PublicationRequestTest {

    @Test
    void submittingTellsTheFormTheFilesAndTheirDigest() {
        PublicationRequest request = attach(begun(), "a");

        Change<PublicationRequest> change = request.submit(RULES, NOW).orElseThrow();

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
                        submitted().submit(RULES, NOW),
                        attach(begun(), "a").submit(RULES, NOW).flatMap(it -> it.state()
                                .detach("a")),
                        submitted().reorder(List.of()),
                        submitted().revise(NOW)))
                .containsOnly("ILLEGAL_TRANSITION");
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
    void withdrawingNeedsAnExplanation() {
        assertThat(codes(submitted().withdraw(" ", NOW))).containsExactly("INVALID_INPUT");

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
                .flatMap(change -> change.state().submit(RULES, NOW))
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
