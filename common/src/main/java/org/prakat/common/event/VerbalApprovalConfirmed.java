package org.prakat.common.event;

import java.util.List;
import java.util.Objects;

/**
 * The approver confirmed in writing what was said by word of mouth (2.2).
 *
 * @param checks 2.1 and 2.2
 * @param digest of what was confirmed: that which went on by word of mouth
 */
public record VerbalApprovalConfirmed(
        String requestId, int revision, Person approver, OrderReference order, List<Check> checks, String digest)
        implements ApprovalEvent {
    public VerbalApprovalConfirmed {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(approver, "approver");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(digest, "digest");
        checks = List.copyOf(checks);
    }
}
