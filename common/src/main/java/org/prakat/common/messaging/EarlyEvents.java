package org.prakat.common.messaging;

import java.util.List;

/** Keeps events that came before what they are about (a port; see design, section 1). */
public interface EarlyEvents {

    /** An event that waits. */
    record Kept(String eventId, WireEvent event) {}

    /** Keeps it; doing so twice is the same as once. */
    void keep(String subject, String eventId, WireEvent event);

    /** What waits about this subject, in the order in which it happened. */
    List<Kept> about(String subject);

    void forget(String eventId);
}
