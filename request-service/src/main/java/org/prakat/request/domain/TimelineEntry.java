package org.prakat.request.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Check;
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
 * @param to who has to act on it: the webmaster whom an approval assigns, the approver to whom a case is handed over
 * @param checks of the procedure that were made and found in order
 * @param allowed what an approval laid down
 */
public record TimelineEntry(
        Instant at,
        int revision,
        Step step,
        @Nullable Person by,
        @Nullable String orderNumber,
        @Nullable Instant due,
        List<RejectionReason> reasons,
        @Nullable String remark,
        @Nullable Person to,
        List<Check> checks,
        @Nullable Allowance allowed) {

    /** Entries that were stored before there were checks have none. */
    public TimelineEntry {
        reasons = List.copyOf(reasons);
        checks = checks == null ? List.of() : List.copyOf(checks);
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
        REMOVED,
        CHANGES_REQUESTED,
        APPROVED_VERBALLY,
        VERBAL_APPROVAL_CONFIRMED,
        VERBAL_APPROVAL_REFUSED,
        HANDED_OVER,
        RETURNED_TO_APPROVER,
        SCHEDULE_CANCELLED,
        CORRECTED,
        CURRENCY_CONFIRMED,
        EXTENDED,
        REPLACED,
        TAKEN_DOWN,
        SUSPENDED,
        RESUMED,
        REMOVAL_HELD,
        HOLD_RELEASED,
        ARCHIVE_DELETED,
        APPROVAL_OVERDUE,
        CONFIRMATION_OVERDUE,
        PUBLISHING_OVERDUE,
        CURRENCY_CHECK_OVERDUE,
        /** Of a request about something on the site: carried out. */
        COMPLETED
    }

    /** Whether it sent the request back to its owner. */
    boolean turnsBack() {
        return step == Step.REJECTED
                || step == Step.RETURNED
                || step == Step.CHANGES_REQUESTED
                || step == Step.VERBAL_APPROVAL_REFUSED;
    }

    static TimelineEntry of(Instant at, int revision, Step step, @Nullable Person by) {
        return new TimelineEntry(at, revision, step, by, null, null, List.of(), null, null, List.of(), null);
    }
}
