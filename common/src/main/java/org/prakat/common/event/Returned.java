package org.prakat.common.event;

import java.util.List;
import java.util.Objects;

/** The webmaster's check 3.1 failed: the request goes back to its owner, with the reasons. */
public record Returned(
        String requestId, int revision, Person webmaster, OrderReference order, List<RejectionReason> reasons)
        implements PublicationEvent {

    public Returned {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(order, "order");
        reasons = List.copyOf(reasons);
    }
}
