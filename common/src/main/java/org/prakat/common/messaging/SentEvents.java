package org.prakat.common.messaging;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What the broker has acknowledged, kept for a while, since the broker itself may be lost. */
public interface SentEvents {

    /** Keeps them; nothing happens for those that are kept already. */
    void keep(List<OutboxEntry> events);

    /**
     * Hands over what was decided from a moment on, each aggregate's events in their order.
     *
     * @param from inclusive
     */
    void forEachSince(Instant from, Consumer<OutboxEntry> each);

    /** @param moment exclusive: what was decided before it is kept no longer */
    void forgetBefore(Instant moment);
}
