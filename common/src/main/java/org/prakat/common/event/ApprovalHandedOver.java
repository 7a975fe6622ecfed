package org.prakat.common.event;

import java.util.Objects;

/**
 * An administrator handed a case over to another approver.
 *
 * @param to holds an order for the work group; the case is theirs alone from now on
 */
public record ApprovalHandedOver(String requestId, int revision, Person to, Person by, String explanation)
        implements ApprovalEvent {
    public ApprovalHandedOver {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(explanation, "explanation");
    }
}
