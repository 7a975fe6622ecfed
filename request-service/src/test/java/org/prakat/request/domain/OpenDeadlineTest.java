package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.request.domain.Samples.DUE;
import static org.prakat.request.domain.Samples.MALEE;
import static org.prakat.request.domain.Samples.NOW;
import static org.prakat.request.domain.Samples.TODAY;
import static org.prakat.request.domain.Samples.submitted;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prakat.common.event.Due;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.request.domain.OpenDeadline.Kind;
import org.prakat.request.domain.TimelineEntry.Step;

class OpenDeadlineTest {

    private static final Person HEAD = new Person("head", "สมชาย รักงาน", "หัวหน้ากลุ่มงาน");
    private static final Person OTHER = new Person("other", "อื่น", "หัวหน้ากลุ่มงาน");
    private static final Person WEBMASTER = new Person("wichai", "วิชัย ขยัน", "นักวิชาการคอมพิวเตอร์");
    private static final Due PUBLISHING = new Due(DUE.remindAt(), DUE.at().plus(Duration.ofDays(1)));
    private static final Instant END = NOW.plus(Duration.ofDays(30));
    private static final Standing ON_SITE = new Standing("news", 2570, 1, "/items/r1", NOW, END, END.minusSeconds(1));

    @Test
    void whatIsSubmittedWaitsForWhoeverMayDecideOrForTheOneToWhomItWasHandedOver() {
        assertThat(OpenDeadline.of(submitted())).singleElement().satisfies(deadline -> {
            assertThat(deadline.kind()).isEqualTo(Kind.APPROVAL);
            assertThat(deadline.person()).isNull();
            assertThat(deadline.at()).isEqualTo(DUE.at());
            assertThat(deadline.lastDay()).as("until the end of that day").isEqualTo(TODAY.plusDays(1));
            assertThat(deadline.id()).isEqualTo("r1-approval");
        });

        PublicationRequest handedOver = noted(submitted(), entry(Step.HANDED_OVER, 5, null, OTHER, null));

        assertThat(OpenDeadline.of(handedOver)).singleElement().satisfies(deadline -> assertThat(deadline.person())
                .isEqualTo(OTHER));
    }

    @Test
    void whatIsApprovedWaitsForTheAssignedWebmasterAndWhatWasSaidForItsConfirmation() {
        TimelineEntry said = entry(Step.APPROVED_VERBALLY, 5, HEAD, WEBMASTER, PUBLISHING);
        PublicationRequest request =
                submitted().noteVerbalApproval(DUE, said).orElseThrow().state();

        assertThat(OpenDeadline.of(request))
                .satisfiesExactly(
                        confirmation -> {
                            assertThat(confirmation.kind()).isEqualTo(Kind.CONFIRMATION);
                            assertThat(confirmation.person()).isEqualTo(HEAD);
                        },
                        publishing -> {
                            assertThat(publishing.kind()).isEqualTo(Kind.PUBLISHING);
                            assertThat(publishing.person()).isEqualTo(WEBMASTER);
                            assertThat(publishing.at()).isEqualTo(PUBLISHING.at());
                        });

        PublicationRequest back = request.turnBack(
                        RequestStatus.SUBMITTED, entry(Step.RETURNED_TO_APPROVER, 9, WEBMASTER, null, null))
                .orElseThrow()
                .state();
        assertThat(back.confirmation()).isNull();
        assertThat(OpenDeadline.of(back)).as("no time was set for that").isEmpty();
        assertThat(back.noteVerbalApproval(DUE, said).orElseThrow().state().confirmation())
                .as("late news of what was taken back")
                .isNull();
    }

    @Test
    void whatIsOnTheSiteIsToBeCheckedAndLeavesIt() {
        assertThat(OpenDeadline.of(published()))
                .extracting(OpenDeadline::kind)
                .containsExactly(Kind.CURRENCY_CHECK, Kind.EXPIRY);
        assertThat(OpenDeadline.of(published()).get(1).person()).isEqualTo(MALEE);

        Instant next = END.plusSeconds(5);
        PublicationRequest checked = published()
                .noteCurrent(next, entry(Step.CURRENCY_CONFIRMED, 20, MALEE, null, null))
                .orElseThrow()
                .state();
        assertThat(OpenDeadline.of(checked).get(0).at()).isEqualTo(next);

        PublicationRequest replaced = published()
                .noteReplaced(null, null, entry(Step.REPLACED, 20, WEBMASTER, null, null))
                .orElseThrow()
                .state();
        assertThat(OpenDeadline.of(replaced))
                .as("without an end, never to be checked")
                .isEmpty();
    }

    @Test
    void whatIsHeldDoesNotLeaveTheSiteUntilTheHoldIsReleased() {
        PublicationRequest held = noted(published(), entry(Step.REMOVAL_HELD, 20, WEBMASTER, null, null));

        assertThat(OpenDeadline.of(held)).extracting(OpenDeadline::kind).containsExactly(Kind.CURRENCY_CHECK);
        assertThat(OpenDeadline.of(noted(held, entry(Step.HOLD_RELEASED, 30, WEBMASTER, null, null))))
                .hasSize(2);
    }

    @Test
    void nothingWaitsOfWhatWasTakenDown() {
        assertThat(OpenDeadline.of(noted(published(), entry(Step.TAKEN_DOWN, 20, WEBMASTER, null, null))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestStatus.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DRAFT", "SUBMITTED", "APPROVED", "SCHEDULED", "PUBLISHED", "DISCARDED"})
    void nothingWaitsForAnybodyElseAfterItsEnd(RequestStatus end) {
        PublicationRequest request = submitted()
                .note(end, entry(Step.REMOVED, 20, null, null, null))
                .orElseThrow()
                .state();

        assertThat(request.status()).isEqualTo(end);
        assertThat(OpenDeadline.of(request)).isEmpty();
    }

    private static PublicationRequest published() {
        return submitted()
                .notePublished(ON_SITE, entry(Step.PUBLISHED, 10, WEBMASTER, null, null))
                .orElseThrow()
                .state();
    }

    private static PublicationRequest noted(PublicationRequest request, TimelineEntry entry) {
        return request.note(entry).orElseThrow().state();
    }

    private static TimelineEntry entry(
            Step step, long second, @Nullable Person by, @Nullable Person to, @Nullable Due publishing) {
        Allowance allowed = publishing == null
                ? null
                : new Allowance("news", PublicationPeriod.days(30), null, List.of(), null, null, publishing);
        return new TimelineEntry(
                NOW.plusSeconds(second), 1, step, by, null, null, List.of(), null, to, List.of(), allowed);
    }
}
