package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.request.domain.Samples.MALEE;
import static org.prakat.request.domain.Samples.NOW;
import static org.prakat.request.domain.Samples.submitted;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.RejectionReason;
import org.prakat.request.domain.TimelineEntry.Step;

class RequestStatisticsTest {

    private static RegisterEntry decidedAfter(int hours) {
        TimelineEntry approved = new TimelineEntry(
                NOW.plus(Duration.ofHours(hours)),
                1,
                Step.APPROVED,
                MALEE,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                null);
        return RegisterEntry.of(
                submitted().note(RequestStatus.APPROVED, approved).orElseThrow().state());
    }

    @Test
    void ofTenTheFifthIsTheMedianAndTheNinthTheNinetiethPercentile() {
        RequestStatistics statistics = new RequestStatistics(NOW);
        for (int hours = 10; hours >= 1; hours--) {
            statistics.add(decidedAfter(hours));
        }

        assertThat(statistics.decision()).isEqualTo(new RequestStatistics.StepTime(10, 5.0, 9.0));
        assertThat(statistics.publication()).isEqualTo(new RequestStatistics.StepTime(0, null, null));
        assertThat(statistics.byStatus()).containsEntry("APPROVED", 10);
        assertThat(statistics.byCategory()).containsEntry("procurement", 10);
    }

    @Test
    void aReasonCountsOnceForEachRequestAndAStepThatCameLateIsCounted() {
        List<RejectionReason> twice =
                List.of(new RejectionReason("INCORRECT", "a"), new RejectionReason("INCORRECT", "b"));
        TimelineEntry rejected =
                new TimelineEntry(NOW, 1, Step.REJECTED, MALEE, null, null, twice, null, null, List.of(), null);
        TimelineEntry late = TimelineEntry.of(NOW, 1, Step.APPROVAL_OVERDUE, null);
        RequestStatistics statistics = new RequestStatistics(NOW);

        statistics.add(RegisterEntry.of(submitted()
                .note(late)
                .flatMap(change -> change.state().note(RequestStatus.REJECTED, rejected))
                .orElseThrow()
                .state()));

        assertThat(statistics.byReason()).containsOnlyKeys("INCORRECT").containsEntry("INCORRECT", 1);
        assertThat(statistics.overdue()).isEqualTo(1);
        assertThat(statistics.verbal()).isZero();
    }

    @Test
    void whatLeavesTheSiteWithinThirtyDaysExpiresSoon() {
        RequestStatistics statistics = new RequestStatistics(NOW);
        for (int days : List.of(29, 30, 31)) {
            Standing standing =
                    new Standing("procurement", 2570, days, "/items/r", NOW, NOW.plus(Duration.ofDays(days)), null);
            statistics.add(RegisterEntry.of(submitted()
                    .notePublished(standing, TimelineEntry.of(NOW, 1, Step.PUBLISHED, MALEE))
                    .orElseThrow()
                    .state()));
        }

        assertThat(statistics.expiringSoon()).isEqualTo(2);
    }
}
