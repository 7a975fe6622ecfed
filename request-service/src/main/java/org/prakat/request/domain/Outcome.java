package org.prakat.request.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.RejectionReason;

/**
 * What became of a request that another office handed in, or of an event that was not taken, as that office is told.
 *
 * @param eventId of the event that it tells of: the same outcome is told once
 * @param office to whom it is told
 * @param requestId absent where an event was not taken
 * @param submission the id of the office's own event that handed the request in, or that was not taken; absent where that could
 *     not be read
 * @param time when it happened, UTC
 * @param reasons why not, where something was not allowed
 * @param address the path of the item on the public site
 * @param from when it is or was public, UTC
 * @param until when that ends or ended, UTC; absent where it has no end, or where none is meant
 * @param problem why an event was not taken; absent otherwise
 */
public record Outcome(
        String eventId,
        String office,
        Type type,
        @Nullable String requestId,
        @Nullable String submission,
        Instant time,
        List<RejectionReason> reasons,
        @Nullable String remark,
        @Nullable String address,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Problem problem) {

    public Outcome {
        reasons = List.copyOf(reasons);
    }

    /** What became of a request. */
    public Outcome(
            String eventId,
            String office,
            Type type,
            String requestId,
            String submission,
            Instant time,
            List<RejectionReason> reasons,
            @Nullable String remark,
            @Nullable String address,
            @Nullable Instant from,
            @Nullable Instant until) {
        this(eventId, office, type, requestId, submission, time, reasons, remark, address, from, until, null);
    }

    /**
     * An event was not taken.
     *
     * @param eventId of the outcome
     * @param submission the id of the event, where it can be read
     */
    public static Outcome refused(
            String eventId, String office, @Nullable String submission, Instant time, Problem problem) {
        return new Outcome(
                eventId, office, Type.REFUSED, null, submission, time, List.of(), null, null, null, null, problem);
    }

    /** What happened, and the name of that in the contract with other offices: it is for ever. */
    public enum Type {
        REFUSED("office.request.refused.v1"),
        APPROVED("office.request.approved.v1"),
        REJECTED("office.request.rejected.v1"),
        CHANGES_REQUESTED("office.request.changes-requested.v1"),
        RETURNED("office.request.returned.v1"),
        SCHEDULED("office.request.scheduled.v1"),
        SCHEDULE_CANCELLED("office.request.schedule-cancelled.v1"),
        PUBLISHED("office.request.published.v1"),
        CORRECTED("office.request.corrected.v1"),
        EXTENDED("office.request.extended.v1"),
        REPLACED("office.request.replaced.v1"),
        SUSPENDED("office.request.suspended.v1"),
        RESUMED("office.request.resumed.v1"),
        TAKEN_DOWN("office.request.taken-down.v1"),
        EXPIRED("office.request.expired.v1"),
        REMOVED("office.request.removed.v1");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
