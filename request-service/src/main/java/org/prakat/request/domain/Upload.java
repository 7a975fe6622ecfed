package org.prakat.request.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Attachment;

/**
 * A file that another office sent ahead, to be named in an event.
 *
 * @param file as it will be attached
 * @param at when it came, UTC
 * @param usedBy the request that it is for; absent: no event has named it yet
 */
public record Upload(String id, String office, Attachment file, Instant at, @Nullable String usedBy) {

    /** How long it waits to be named. */
    public static final Duration PATIENCE = Duration.ofDays(7);

    /** Whether a request of an office may have it now. */
    public boolean isFree(String office, String request, Instant now) {
        return this.office.equals(office)
                && now.isBefore(at.plus(PATIENCE))
                && (usedBy == null || usedBy.equals(request));
    }
}
