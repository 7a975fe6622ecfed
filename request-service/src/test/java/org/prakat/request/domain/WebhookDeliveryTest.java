package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prakat.request.domain.WebhookAnswer.Trouble;
import org.prakat.request.domain.WebhookDelivery.State;

class WebhookDeliveryTest {

    private static final Instant NOW = Samples.NOW;
    private static final WebhookAnswer TAKEN = new WebhookAnswer(204, null, null);
    private static final WebhookAnswer ERROR = new WebhookAnswer(500, null, null);
    private static final double MIDDLE = 0.5;

    private final WebhookDelivery fresh = WebhookDelivery.of(
            1, new Outcome("e", "one", Outcome.Type.REMOVED, "r", "s", NOW, List.of(), null, null, null, null), NOW);

    @Test
    void whatIsTakenIsDone() {
        WebhookDelivery done = fresh.answered(TAKEN, NOW, MIDDLE);

        assertThat(done.state()).isEqualTo(State.DELIVERED);
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(done.dueAt()).isNull();
    }

    @Test
    void thePausesGrowUpToHalfADayAndEndAfterDays() {
        WebhookDelivery delivery = fresh;
        Duration all = Duration.ZERO;
        Duration last = Duration.ZERO;
        while (delivery.state() == State.WAITING) {
            delivery = delivery.answered(ERROR, NOW, MIDDLE);
            if (delivery.dueAt() != null) {
                Duration pause = Duration.between(NOW, delivery.dueAt());
                assertThat(pause).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(Duration.ofHours(12));
                last = pause;
                all = all.plus(pause);
            }
        }

        assertThat(delivery.state()).isEqualTo(State.FAILED);
        assertThat(delivery.attempts()).isEqualTo(WebhookDelivery.MOST_ATTEMPTS);
        assertThat(all).isBetween(Duration.ofDays(4), Duration.ofDays(5));
    }

    @Test
    void chanceMakesAPauseAFifthShorterOrLonger() {
        assertThat(fresh.answered(ERROR, NOW, 0).dueAt()).isEqualTo(NOW.plusSeconds(4));
        assertThat(fresh.answered(ERROR, NOW, MIDDLE).dueAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(fresh.answered(ERROR, NOW, 1).dueAt()).isEqualTo(NOW.plusSeconds(6));
    }

    @Test
    void whoAsksForALongerPauseGetsItWithinReason() {
        assertThat(busy(Duration.ofMinutes(3))).isEqualTo(NOW.plus(Duration.ofMinutes(3)));
        assertThat(busy(Duration.ofSeconds(1))).isEqualTo(NOW.plusSeconds(5));
        assertThat(busy(Duration.ofDays(300))).isEqualTo(NOW.plus(Duration.ofHours(12)));
    }

    private Instant busy(Duration retryAfter) {
        return fresh.answered(new WebhookAnswer(503, null, retryAfter), NOW, MIDDLE)
                .dueAt();
    }

    @Test
    void aReplayBeginsAnewUnderTheSameId() {
        WebhookDelivery failed = fresh.answered(WebhookAnswer.none(Trouble.TOO_SLOW), NOW, MIDDLE);

        WebhookDelivery replayed = failed.replayed(NOW.plusSeconds(1));

        assertThat(replayed.state()).isEqualTo(State.WAITING);
        assertThat(replayed.attempts()).isZero();
        assertThat(replayed.eventId()).isEqualTo("e");
        assertThat(replayed.dueAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(replayed.last()).isEqualTo(WebhookAnswer.none(Trouble.TOO_SLOW));
    }
}
