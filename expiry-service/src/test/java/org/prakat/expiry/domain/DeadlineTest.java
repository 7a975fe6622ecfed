package org.prakat.expiry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.Expired;
import org.prakat.common.event.PublicationDue;
import org.prakat.expiry.domain.Deadline.Kind;
import org.prakat.expiry.domain.Deadline.Status;

class DeadlineTest {

    private static final Instant DUE = Instant.parse("2026-12-24T17:00:00Z");

    @Test
    void itIsDueAtItsVeryMomentAndAfterItButNeverBefore() {
        Deadline deadline = Deadline.pending(Kind.REMOVAL, "r", 1, DUE);

        assertThat(deadline.isDue(DUE.minusNanos(1))).isFalse();
        assertThat(deadline.isDue(DUE)).isTrue();
        assertThat(deadline.isDue(DUE.plusSeconds(86_400))).isTrue();
    }

    @Test
    void aMomentBetweenTwoMillisecondsIsTheLaterOne() {
        assertThat(Deadline.pending(Kind.PUBLICATION, "r", 1, DUE.plusNanos(1)).dueAt())
                .isEqualTo(DUE.plusMillis(1));
        assertThat(Deadline.pending(Kind.PUBLICATION, "r", 1, DUE.plusMillis(7)).dueAt())
                .isEqualTo(DUE.plusMillis(7));
    }

    @Test
    void itTellsWhatItsKindSays() {
        assertThat(Deadline.pending(Kind.PUBLICATION, "r", 2, DUE).event()).isEqualTo(new PublicationDue("r", 2, DUE));
        assertThat(Deadline.pending(Kind.REMOVAL, "r", 2, DUE).event()).isEqualTo(new Expired("r", 2, DUE));
    }

    @Test
    void thereIsOneOfEachKindForEachSubmission() {
        Set<String> ids = new HashSet<>();
        for (Kind kind : Kind.values()) {
            for (int revision = 1; revision <= 2; revision++) {
                ids.add(Deadline.pending(kind, "r", revision, DUE).id());
                ids.add(Deadline.pending(kind, "r", revision, DUE.plusSeconds(1))
                        .id());
            }
        }

        assertThat(ids).containsExactlyInAnyOrder("PUBLICATION/r/1", "PUBLICATION/r/2", "REMOVAL/r/1", "REMOVAL/r/2");
    }

    @Test
    void itIsPendingAndHasAnEventIdOfItsOwnFromTheStart() {
        Deadline one = Deadline.pending(Kind.REMOVAL, "r", 1, DUE);
        Deadline other = Deadline.pending(Kind.REMOVAL, "s", 1, DUE);

        assertThat(one.status()).isEqualTo(Status.PENDING);
        assertThat(one.eventId()).isNotBlank().isNotEqualTo(other.eventId());
    }
}
