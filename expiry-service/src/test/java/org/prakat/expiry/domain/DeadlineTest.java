package org.prakat.expiry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prakat.common.event.Expired;
import org.prakat.common.event.ExpiryNear;
import org.prakat.common.event.ProcedureStep;
import org.prakat.common.event.PublicationDue;
import org.prakat.common.event.StepDueSoon;
import org.prakat.expiry.domain.Deadline.Kind;
import org.prakat.expiry.domain.Deadline.Status;

class DeadlineTest {

    private static final Instant DUE = Instant.parse("2026-12-24T17:00:00Z");
    private static final Stamp SET = new Stamp(Instant.parse("2026-11-25T03:00:00Z"), 1);

    @Test
    void itIsDueAtItsVeryMomentAndAfterItButNeverBefore() {
        Deadline deadline = Deadline.pending(Kind.REMOVAL, "r", 1, DUE, SET);

        assertThat(deadline.isDue(DUE.minusNanos(1))).isFalse();
        assertThat(deadline.isDue(DUE)).isTrue();
        assertThat(deadline.isDue(DUE.plusSeconds(86_400))).isTrue();
    }

    @Test
    void aMomentBetweenTwoMillisecondsIsTheLaterOne() {
        assertThat(Deadline.pending(Kind.PUBLICATION, "r", 1, DUE.plusNanos(1), SET)
                        .dueAt())
                .isEqualTo(DUE.plusMillis(1));
        assertThat(Deadline.pending(Kind.PUBLICATION, "r", 1, DUE.plusMillis(7), SET)
                        .dueAt())
                .isEqualTo(DUE.plusMillis(7));
    }

    @Test
    void itTellsWhatItsKindSays() {
        assertThat(Deadline.pending(Kind.PUBLICATION, "r", 2, DUE, SET).event())
                .isEqualTo(new PublicationDue("r", 2, DUE));
        assertThat(Deadline.pending(Kind.REMOVAL, "r", 2, DUE, SET).event()).isEqualTo(new Expired("r", 2, DUE));
    }

    @Test
    void aReminderTellsOfTheMomentOfWhichItReminds() {
        Instant earlier = DUE.minusSeconds(3_600);

        assertThat(Deadline.pending(Kind.REMOVAL_REMINDER, "r", 1, DUE, earlier, SET)
                        .event())
                .isEqualTo(new ExpiryNear("r", 1, DUE));
        assertThat(Deadline.pending(Kind.APPROVAL_REMINDER, "r", 1, DUE, earlier, SET)
                        .event())
                .isEqualTo(new StepDueSoon("r", 1, ProcedureStep.APPROVAL, DUE));
        assertThat(Deadline.pending(Kind.APPROVAL_REMINDER, "r", 1, DUE, earlier, SET)
                        .isDue(earlier))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void eachKindTellsAnEventOfItsRequest(Kind kind) {
        assertThat(Deadline.pending(kind, "r", 2, DUE, SET).event().subject()).isEqualTo("r");
    }

    @Test
    void thereIsOneOfEachKindForEachMomentOfASubmissionAndEachEventThatSetsIt() {
        Set<String> ids = new HashSet<>();
        for (Kind kind : Kind.values()) {
            for (int revision = 1; revision <= 2; revision++) {
                ids.add(Deadline.pending(kind, "r", revision, DUE, SET).id());
                ids.add(Deadline.pending(kind, "r", revision, DUE, SET).id());
                ids.add(Deadline.pending(kind, "r", revision, DUE.plusSeconds(1), SET)
                        .id());
                ids.add(Deadline.pending(kind, "r", revision, DUE, new Stamp(SET.at(), 2))
                        .id());
                ids.add(Deadline.pending(
                                kind, "r", revision, DUE, new Stamp(SET.at().plusSeconds(1), 1))
                        .id());
            }
        }

        assertThat(ids).hasSize(Kind.values().length * 8);
    }

    @Test
    void itIsPendingAndHasAnEventIdOfItsOwnFromTheStart() {
        Deadline one = Deadline.pending(Kind.REMOVAL, "r", 1, DUE, SET);
        Deadline other = Deadline.pending(Kind.REMOVAL, "s", 1, DUE, SET);

        assertThat(one.status()).isEqualTo(Status.PENDING);
        assertThat(one.eventId()).isNotBlank().isNotEqualTo(other.eventId());
    }
}
