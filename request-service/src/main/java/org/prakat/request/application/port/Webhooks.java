package org.prakat.request.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.request.domain.Webhook;

/** The webhooks of other offices, one each, shared by all replicas. */
public interface Webhooks {

    /**
     * The right to deliver to an office, alone.
     *
     * @param until when it ends by itself, UTC
     */
    record Turn(String office, Instant until) {}

    Optional<Webhook> find(String office);

    /** @return false when the office has one already */
    boolean add(Webhook webhook);

    /** Stores where it leads, its state and its secrets; not how far its deliveries are. */
    void change(Webhook webhook);

    void remove(String office);

    /**
     * The turn of an active webhook that is due, the longest due first; nobody else gets it until then.
     *
     * @param except the offices that had theirs
     */
    Optional<Turn> takeTurn(Instant now, Duration lease, Set<String> except);

    /** Gives a turn back, unless it has ended and is somebody else's. */
    void endTurn(Turn turn, Instant next);

    /** Keeps how far outcomes have their deliveries. */
    void queued(String office, long number);

    /** @param since absent: it does not fail */
    void failing(String office, @Nullable Instant since);

    void gone(String office);

    /** How many fail, or are gone. */
    long inTrouble();

    /** How many their offices wish to have paused. */
    long paused();

    /** Since when the one fails that has failed longest, UTC; empty: none does. */
    Optional<Instant> failingLongest();
}
