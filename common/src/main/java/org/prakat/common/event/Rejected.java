package org.prakat.common.event;

import java.util.List;
import java.util.Objects;

/** The approver did not allow the publication, and says why (step 2, not allowed). */
public record Rejected(
        String requestId, int revision, Person approver, OrderReference order, List<RejectionReason> reasons)
        implements ApprovalEvent {

    public Rejected {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(approver, "approver");
        Objects.requireNonNull(order, "order");
        reasons = List.copyOf(reasons);
    }
}
