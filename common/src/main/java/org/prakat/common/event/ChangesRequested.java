package org.prakat.common.event;

import java.util.List;
import java.util.Objects;

/** The approver asks the owner for changes before deciding: the next revision comes back to the approver (step 2). */
public record ChangesRequested(
        String requestId, int revision, Person approver, OrderReference order, List<RejectionReason> reasons)
        implements ApprovalEvent {
    public ChangesRequested {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(approver, "approver");
        Objects.requireNonNull(order, "order");
        reasons = List.copyOf(reasons);
    }
}
