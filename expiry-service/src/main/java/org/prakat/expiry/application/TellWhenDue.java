package org.prakat.expiry.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.prakat.expiry.application.port.Announcements;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.domain.Deadline;

/**
 * Tells of each deadline when its moment has come: never early, at least once, with the same event id every time. The near
 * future is held in memory, so that waiting costs the database nothing; it is read anew before it runs out. Any number of
 * replicas may do this side by side.
 */
public final class TellWhenDue {

    private static final Duration HORIZON = Duration.ofMinutes(10);
    private static final int MOST_IN_MEMORY = 10_000;
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final Deadlines deadlines;
    private final Announcements announcements;
    private final Lateness lateness;
    private final InstantSource clock;
    private final Duration readEvery;
    private final Map<String, Deadline> near = new HashMap<>();
    private final PriorityQueue<Deadline> queue = new PriorityQueue<>(Comparator.comparing(Deadline::dueAt));
    private Instant knownUntil = Instant.MIN;
    private Instant readAgainAt = Instant.MIN;

    /** Is told how late a deadline was told. */
    @FunctionalInterface
    public interface Lateness {
        void record(Duration late);
    }

    /**
     * @param readEvery how often the near future is read anew: so late at most is told what only a replica knew that is gone. At
     *     most half of the ten minutes that are read
     */
    public TellWhenDue(
            Deadlines deadlines,
            Announcements announcements,
            Lateness lateness,
            InstantSource clock,
            Duration readEvery) {
        this.deadlines = deadlines;
        this.announcements = announcements;
        this.lateness = lateness;
        this.clock = clock;
        this.readEvery = min(readEvery, HORIZON.dividedBy(2));
    }

    /** Learns of a deadline that was just set. */
    public synchronized void expect(Deadline deadline) {
        if (deadline.dueAt().isBefore(knownUntil)) {
            hold(deadline);
        }
    }

    /** Reads the near future at the next look: somebody else may be gone, and what only they knew with them. */
    public synchronized void readAnew() {
        readAgainAt = Instant.MIN;
    }

    /** Tells all that is due. To be called often. */
    public synchronized void tick() {
        Instant now = clock.instant();
        if (!now.isBefore(readAgainAt)) {
            readNearFuture(now);
        }
        while (!queue.isEmpty() && queue.element().isDue(now)) {
            Deadline due = queue.element();
            if (!deadlines.claim(due.id(), now, CLAIM)) {
                // Settled, or in the hands of another replica, which may die over it: see again after its claim.
                readAgainAt = min(readAgainAt, now.plus(CLAIM));
            } else if (due.isPointless(now)) {
                deadlines.skipped(due.id());
            } else if (announcements.announce(due, now)) {
                deadlines.told(due.id());
                lateness.record(Duration.between(due.dueAt(), now));
            } else {
                return;
            }
            // Only now: what fails above stays at the head, and is tried again at the next look.
            queue.remove();
            near.remove(due.id());
        }
    }

    private void readNearFuture(Instant now) {
        Instant end = now.plus(HORIZON);
        List<Deadline> pending = deadlines.pendingBefore(end, MOST_IN_MEMORY);
        pending.forEach(this::hold);
        boolean all = pending.size() < MOST_IN_MEMORY;
        knownUntil = all ? end : pending.get(pending.size() - 1).dueAt();
        readAgainAt = all ? now.plus(readEvery) : now.plusSeconds(1);
    }

    private void hold(Deadline deadline) {
        if (near.putIfAbsent(deadline.id(), deadline) == null) {
            queue.add(deadline);
        }
    }

    private static <T extends Comparable<T>> T min(T one, T other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
