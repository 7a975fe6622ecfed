package org.prakat.expiry.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.expiry.domain.Deadline;
import org.prakat.expiry.domain.Deadline.Kind;
import org.prakat.expiry.domain.Stamp;

/** The deadlines. */
public interface Deadlines {

    /**
     * Adds deadlines that one event sets for one request.
     *
     * @return those that are new: there was none of that id, pending or not, and what set it has not been called off since
     */
    List<Deadline> add(List<Deadline> deadlines);

    /**
     * Calls off the deadlines of these kinds that were set up to here, whether they have been added yet or not. One that was
     * told stays so.
     */
    void cancel(Set<Kind> kinds, String requestId, Stamp upTo);

    /** The pending deadlines that are due before {@code end}, the earliest first. */
    List<Deadline> pendingBefore(Instant end, int limit);

    /**
     * Which deadlines.
     *
     * @param kind of this one only; absent: of all
     * @param requestId of this one only; absent: of all
     */
    record Selection(@Nullable Kind kind, @Nullable String requestId) {

        public static final Selection ALL = new Selection(null, null);
    }

    /** Pending deadlines, the earliest first. */
    Page<Deadline> pending(Selection selection, @Nullable String cursor, int limit);

    long countPending();

    /** How many should have been told by now but are still pending; no more than {@code most} are counted. */
    int countOverdue(Selection selection, Instant now, int most);

    /**
     * Takes a pending deadline in hand, so that other replicas leave it alone for a while; false when it is no longer
     * pending, or in another replica's hands.
     */
    boolean claim(String id, Instant now, Duration lease);

    /** Notes that it was not told, since that would have served nobody. */
    void skipped(String id);

    /** Notes that its event was told. */
    void told(String id);
}
