package org.prakat.request.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One outcome on its way to the address of its office.
 *
 * @param number of the outcome among those of its office
 * @param eventId of the outcome: the id of the delivery, the same at every try
 * @param attempts since it was queued or replayed
 * @param dueAt when it is to be tried next, UTC; absent: not any more
 * @param lastAt when it was tried last, UTC
 * @param last what came of that
 */
public record WebhookDelivery(
        String office,
        long number,
        String eventId,
        Outcome.Type type,
        State state,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable Instant lastAt,
        @Nullable WebhookAnswer last) {

    /** About four days and a half, by the pauses below. */
    public static final int MOST_ATTEMPTS = 16;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);
    private static final int GROWTH = 4;
    private static final double SPREAD = 0.4;

    /** How far it is. */
    public enum State {
        WAITING,
        DELIVERED,
        /** It was tried often enough; it may be replayed. */
        FAILED
    }

    public static WebhookDelivery of(long number, Outcome outcome, Instant now) {
        return new WebhookDelivery(
                outcome.office(), number, outcome.eventId(), outcome.type(), State.WAITING, 0, now, null, null);
    }

    /**
     * As it is after a try.
     *
     * @param chance between 0 and 1: spreads tries that would come at the same time
     */
    public WebhookDelivery answered(WebhookAnswer answer, Instant now, double chance) {
        int tried = attempts + 1;
        if (answer.isTaken()) {
            return settled(State.DELIVERED, tried, null, now, answer);
        }
        return tried < MOST_ATTEMPTS
                ? settled(State.WAITING, tried, now.plus(pause(tried, answer, chance)), now, answer)
                : settled(State.FAILED, tried, null, now, answer);
    }

    /** To be tried anew, however it went before. */
    public WebhookDelivery replayed(Instant now) {
        return new WebhookDelivery(office, number, eventId, type, State.WAITING, 0, now, lastAt, last);
    }

    private WebhookDelivery settled(State next, int tried, @Nullable Instant due, Instant now, WebhookAnswer answer) {
        return new WebhookDelivery(office, number, eventId, type, next, tried, due, now, answer);
    }

    /** Four times longer each time, up to half a day, a fifth more or less; longer when the other side asks for it. */
    private static Duration pause(int tried, WebhookAnswer answer, double chance) {
        double grown = FIRST_PAUSE.toMillis() * Math.pow(GROWTH, tried - 1.0);
        double bounded = Math.min(grown, (double) LONGEST_PAUSE.toMillis());
        Duration pause = Duration.ofMillis((long) (bounded * (1 - SPREAD / 2 + SPREAD * chance)));
        Duration asked = answer.retryAfter();
        if (asked == null || asked.compareTo(pause) <= 0) {
            return pause;
        }
        return asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
    }
}
