package org.prakat.common.event;

import java.util.List;
import java.util.Objects;

/** The approver did not confirm what was recorded as said by word of mouth: it leaves the site at once, the owner is told why. */
public record VerbalApprovalRefused(
        String requestId, int revision, Person approver, OrderReference order, List<RejectionReason> reasons)
        implements ApprovalEvent {
    public VerbalApprovalRefused {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(approver, "approver");
        Objects.requireNonNull(order, "order");
        reasons = List.copyOf(reasons);
    }
}
