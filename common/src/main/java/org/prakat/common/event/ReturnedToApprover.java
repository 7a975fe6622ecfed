package org.prakat.common.event;

import java.util.List;
import java.util.Objects;

/**
 * The webmaster sent the request back to the approver, who is to decide anew, on another category for example (3.1).
 *
 * @param approval until when
 */
public record ReturnedToApprover(
        String requestId,
        int revision,
        Person webmaster,
        OrderReference order,
        List<RejectionReason> reasons,
        Due approval)
        implements PublicationEvent {
    public ReturnedToApprover {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(order, "order");
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(approval, "approval");
    }
}
