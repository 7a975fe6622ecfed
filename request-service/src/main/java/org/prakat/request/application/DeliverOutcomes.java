package org.prakat.request.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.application.port.Outcomes.Told;
import org.prakat.request.application.port.WebhookCalls;
import org.prakat.request.application.port.WebhookDeliveries;
import org.prakat.request.application.port.Webhooks;
import org.prakat.request.application.port.Webhooks.Turn;
import org.prakat.request.domain.Webhook;
import org.prakat.request.domain.WebhookAnswer;
import org.prakat.request.domain.WebhookDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers outcomes to the webhooks of other offices, office by office. One replica at a time has an office's turn and delivers in
 * the order of the outcomes; what was not taken comes again later, and what follows does not wait for it for long.
 */
public final class DeliverOutcomes {

    private static final Logger log = LoggerFactory.getLogger(DeliverOutcomes.class);

    /** Longer than a turn with the longest call that may be under way at its end. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration LONGEST_TURN = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 100;

    private final Webhooks webhooks;
    private final WebhookDeliveries deliveries;
    private final Outcomes outcomes;
    private final WebhookCalls calls;
    private final ReferenceData reference;
    private final InstantSource clock;
    private final DoubleSupplier chance;

    /** @param chance numbers between 0 and 1 */
    public DeliverOutcomes(
            Webhooks webhooks,
            WebhookDeliveries deliveries,
            Outcomes outcomes,
            WebhookCalls calls,
            ReferenceData reference,
            InstantSource clock,
            DoubleSupplier chance) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.calls = calls;
        this.reference = reference;
        this.clock = clock;
        this.chance = chance;
    }

    /**
     * Takes the turn of an office that is due.
     *
     * @param except the offices that had theirs
     */
    public Optional<Turn> nextTurn(Set<String> except) {
        return webhooks.takeTurn(now(), LEASE, except);
    }

    /** Tells the office what is to be told now. It may take a minute. */
    public void carryOut(Turn turn) {
        Instant next = now().plus(REST);
        try {
            next = now().plus(carriedOut(turn.office()));
        } finally {
            webhooks.endTurn(turn, next);
        }
    }

    /** Forgets deliveries that were settled long ago. */
    public void forgetOld() {
        deliveries.forgetSettledBefore(clock.instant().minus(KEPT));
    }

    /** @return how long to leave the office alone */
    private Duration carriedOut(String office) {
        Optional<Webhook> webhook = toBeTold(office);
        if (webhook.isEmpty()) {
            return REST;
        }
        queueNews(webhook.get());
        Instant end = now().plus(LONGEST_TURN);
        for (WebhookDelivery delivery : deliveries.due(office, now(), BATCH)) {
            // It may have been paused, or have another address or secret by now.
            Optional<Webhook> current = toBeTold(office);
            if (current.isEmpty() || now().isAfter(end)) {
                return Duration.ZERO;
            }
            WebhookDelivery after = delivered(current.get(), delivery);
            if (after.state() != WebhookDelivery.State.DELIVERED) {
                return pauseAfter(after);
            }
        }
        return Duration.ZERO;
    }

    private Optional<Webhook> toBeTold(String office) {
        return webhooks.find(office)
                .filter(webhook -> webhook.state() == Webhook.State.ACTIVE)
                .filter(webhook -> reference
                        .officeClient(webhook.client())
                        .filter(OfficeClientDefined::active)
                        .filter(client -> client.office().equals(office))
                        .isPresent());
    }

    private void queueNews(Webhook webhook) {
        List<Told> news = outcomes.after(webhook.office(), webhook.queued(), BATCH);
        news.forEach(told -> deliveries.add(WebhookDelivery.of(told.number(), told.outcome(), now())));
        if (!news.isEmpty()) {
            webhooks.queued(webhook.office(), news.get(news.size() - 1).number());
        }
    }

    private WebhookDelivery delivered(Webhook webhook, WebhookDelivery delivery) {
        Told told = outcomes.after(webhook.office(), delivery.number() - 1, 1).get(0);
        WebhookAnswer answer = calls.tell(webhook, told);
        WebhookDelivery after = delivery.answered(answer, now(), chance.getAsDouble());
        deliveries.store(after);
        note(webhook, after, answer);
        return after;
    }

    private void note(Webhook webhook, WebhookDelivery after, WebhookAnswer answer) {
        if (answer.isGone()) {
            log.warn("the webhook of {} answers that it is gone, and is told no more", webhook.office());
            webhooks.gone(webhook.office());
        } else if (after.state() == WebhookDelivery.State.FAILED) {
            log.warn("the webhook of {} did not take outcome {}", webhook.office(), after.number());
        }
        if (answer.isTaken() == (webhook.failingSince() != null)) {
            webhooks.failing(webhook.office(), answer.isTaken() ? null : now());
        }
    }

    /** As long as that delivery waits, so that the order is kept through a short outage; but no longer than a minute. */
    private Duration pauseAfter(WebhookDelivery delivery) {
        if (delivery.dueAt() == null) {
            return REST;
        }
        Duration wait = Duration.between(now(), delivery.dueAt());
        return wait.compareTo(REST) < 0 ? wait : REST;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
