package org.prakat.expiry.application.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.expiry.domain.Deadline;

/** The deadlines. */
public interface Deadlines {

    /** Adds a deadline; false when there is one of that id already, pending or not. */
    boolean add(Deadline deadline);

    /** Notes that a deadline is not needed, whether it has been set yet or not. One that was told stays so. */
    void cancel(Deadline.Kind kind, String requestId, int revision);

    /** The pending deadlines that are due before {@code end}, the earliest first. */
    List<Deadline> pendingBefore(Instant end, int limit);

    /** All pending deadlines, the earliest first. */
    Page<Deadline> pending(@Nullable String cursor, int limit);

    long countPending();

    /**
     * Takes a pending deadline in hand, so that other replicas leave it alone for a while; false when it is no longer
     * pending, or in another replica's hands.
     */
    boolean claim(String id, Instant now, Duration lease);

    /** Notes that its event was told. */
    void told(String id);
}
