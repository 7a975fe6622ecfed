package org.prakat.request.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.RejectionReason;

/**
 * What a person is told about a request.
 *
 * @param id made of the event and the recipient, so that the same news is told once
 * @param recipient the account's id
 * @param requestTitle as the form said when it was submitted
 * @param at when it happened, UTC
 * @param due the time that it set, UTC
 * @param address where the item stands on the public site
 * @param readAt when the recipient read it, UTC
 */
public record Notice(
        String id,
        String recipient,
        Kind kind,
        String requestId,
        String requestTitle,
        Instant at,
        @Nullable Instant due,
        @Nullable String address,
        List<RejectionReason> reasons,
        @Nullable Instant readAt) {

    public Notice {
        reasons = List.copyOf(reasons);
    }

    /** The same notice, read or unread. */
    public Notice read(@Nullable Instant at) {
        return new Notice(id, recipient, kind, requestId, requestTitle, this.at, due, address, reasons, at);
    }

    /** What it tells. */
    public enum Kind {
        /** To those who may decide: there is something to decide. */
        SUBMITTED,
        WITHDRAWN,
        APPROVED,
        REJECTED,
        CHANGES_REQUESTED,
        APPROVED_VERBALLY,
        /** To the approver: what you are said to have allowed by word of mouth is to be confirmed. */
        CONFIRMATION_NEEDED,
        CONFIRMED,
        NOT_CONFIRMED,
        HANDED_OVER,
        /** To the webmaster: there is something to publish. */
        ASSIGNED,
        SCHEDULED,
        SCHEDULE_CANCELLED,
        PUBLISHED,
        PUBLISHED_WITHOUT_END,
        RETURNED,
        RETURNED_TO_APPROVER,
        CORRECTED,
        EXTENDED,
        REPLACED,
        TAKEN_DOWN,
        SUSPENDED,
        RESUMED,
        REMOVAL_HELD,
        HOLD_RELEASED,
        REMOVED,
        EXPIRY_NEAR,
        APPROVAL_DUE,
        APPROVAL_OVERDUE,
        CONFIRMATION_DUE,
        CONFIRMATION_OVERDUE,
        PUBLISHING_DUE,
        PUBLISHING_OVERDUE,
        CURRENCY_CHECK_DUE,
        CURRENCY_CHECK_OVERDUE
    }
}
