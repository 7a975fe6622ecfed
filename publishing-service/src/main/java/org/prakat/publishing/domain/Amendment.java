package org.prakat.publishing.domain;

import java.time.Instant;
import org.prakat.common.event.Concern;

/**
 * An approved request about something on the site, that the webmaster is to carry out.
 *
 * @param requestId of that request
 * @param confirmed whether its approval is in writing
 * @param assignedAt UTC
 */
public record Amendment(
        String requestId, Concern.Kind kind, Assignment assignment, boolean confirmed, Instant assignedAt) {

    Amendment asConfirmed() {
        return new Amendment(requestId, kind, assignment, true, assignedAt);
    }
}
