package org.prakat.expiry.application.port;

import java.time.Instant;
import org.prakat.expiry.domain.Deadline;

/** Tells the other services that a moment has come. */
public interface Announcements {

    /**
     * Tells it, and waits until the broker has acknowledged it.
     *
     * @param at now, UTC
     * @return false when the broker did not take it
     */
    boolean announce(Deadline deadline, Instant at);
}
