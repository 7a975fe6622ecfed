package org.prakat.publishing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.publishing.domain.Samples.HEAD;
import static org.prakat.publishing.domain.Samples.NOW;
import static org.prakat.publishing.domain.Samples.ORDER;
import static org.prakat.publishing.domain.Samples.RULES;
import static org.prakat.publishing.domain.Samples.WEBMASTER;
import static org.prakat.publishing.domain.Samples.published;
import static org.prakat.publishing.domain.Samples.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Change;
import org.prakat.common.event.ArchiveDeleted;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Removed;
import org.prakat.publishing.domain.RemovalRecord.FileLeft;
import org.prakat.publishing.domain.Removing.Outcome;
import org.prakat.publishing.domain.Removing.Responsible;

class RemovingTest {

    private static final Instant END = Instant.parse("2026-12-24T17:00:00Z");
    private static final Optional<Responsible> RESPONSIBLE =
            Optional.of(new Responsible(HEAD, new OrderReference("o9", "9/2570")));
    private static final Outcome GONE = new Outcome(List.of(new FileLeft("x.pdf", "ab".repeat(32), END)), true, true);

    private static Removing removing(Publication item) {
        return new Removing(item, RULES);
    }

    @Test
    void itIsRemovedAtTheEndOfItsPeriodAndNotBefore() {
        assertThat(refusal(removing(published()).remove(RESPONSIBLE, GONE, END.minusMillis(1))))
                .isEqualTo("RULE ILLEGAL_TRANSITION");

        Change<Publication> removed = removing(published())
                .remove(RESPONSIBLE, GONE, END.plusSeconds(5))
                .orElseThrow();

        Instant retainUntil = Instant.parse("2027-12-24T17:00:00Z");
        assertThat(removed.event()).isEqualTo(new Removed("r1", 1, Removed.Cause.EXPIRED, END, retainUntil));
        assertThat(removed.state().isGoneAt(END.plusSeconds(5))).isTrue();
        assertThat(refusal(removing(removed.state()).remove(RESPONSIBLE, GONE, END.plusSeconds(9))))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
    }

    @Test
    void theRecordSaysWhatWasDoneUnderWhoseOrderAndWhatWasFound() {
        RemovalRecord record = removing(published())
                .remove(RESPONSIBLE, GONE, END.plusSeconds(5))
                .orElseThrow()
                .state()
                .removal();

        assertThat(record.invisibleSince()).isEqualTo(END);
        assertThat(record.responsible()).isEqualTo(HEAD);
        assertThat(record.order().number()).isEqualTo("9/2570");
        assertThat(record.files()).isEqualTo(GONE.files());
        assertThat(record.pageGone()).isTrue();
        assertThat(record.filesGone()).isTrue();
    }

    @Test
    void whatWasTakenDownIsRemovedForThatCauseSinceThatMoment() {
        Instant at = NOW.plus(Duration.ofDays(2));
        Publication down = new OnSite(published(), RULES)
                .takeDown(WEBMASTER, ORDER, new OnSite.Order(Removed.Cause.PERSONAL_DATA, "x", null, null), false, at)
                .orElseThrow()
                .state();

        Removed event = (Removed) removing(down)
                .remove(RESPONSIBLE, GONE, at.plusSeconds(1))
                .orElseThrow()
                .event();

        assertThat(event.cause()).isEqualTo(Removed.Cause.PERSONAL_DATA);
        assertThat(event.invisibleSince()).isEqualTo(at);
        assertThat(removing(down)
                        .remove(RESPONSIBLE, GONE, at)
                        .orElseThrow()
                        .state()
                        .removal()
                        .responsible())
                .as("whoever took it down")
                .isEqualTo(WEBMASTER);
    }

    @Test
    void theArchiveKeepsItForTheRetentionTime() {
        Publication removed = removing(published())
                .remove(RESPONSIBLE, GONE, END)
                .orElseThrow()
                .state();
        Instant until = removed.removal().retainUntil();

        assertThat(refusal(removing(removed).archiveDeleted(until.minusMillis(1))))
                .isEqualTo("RULE ILLEGAL_TRANSITION");
        Change<Publication> deleted = removing(removed).archiveDeleted(until).orElseThrow();
        assertThat(deleted.event()).isEqualTo(new ArchiveDeleted("r1", 1, until));
        assertThat(refusal(removing(deleted.state()).archiveDeleted(until))).isEqualTo("RULE ILLEGAL_TRANSITION");
        assertThat(refusal(removing(published()).archiveDeleted(until))).isEqualTo("RULE ILLEGAL_TRANSITION");
    }
}
