package org.prakat.request.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Person;
import org.prakat.common.event.RejectionReason;

/**
 * One step in the life of a request.
 *
 * @param at when it happened, UTC
 * @param revision which submission it is about
 * @param by who did it; absent where nobody did, at the end of the period say
 * @param orderNumber of the appointment order under which it was done
 * @param due the time that it set: of the publication, or of the end of the period, UTC
 * @param reasons why not, where it was not allowed
 */
public record TimelineEntry(
        Instant at,
        int revision,
        Step step,
        @Nullable Person by,
        @Nullable String orderNumber,
        @Nullable Instant due,
        List<RejectionReason> reasons,
        @Nullable String remark) {

    public TimelineEntry {
        reasons = List.copyOf(reasons);
    }

    /** What happened. */
    public enum Step {
        CREATED,
        SUBMITTED,
        WITHDRAWN,
        REVISED,
        APPROVED,
        REJECTED,
        SCHEDULED,
        PUBLISHED,
        RETURNED,
        REMOVED
    }

    static TimelineEntry of(Instant at, int revision, Step step, @Nullable Person by) {
        return new TimelineEntry(at, revision, step, by, null, null, List.of(), null);
    }
}
