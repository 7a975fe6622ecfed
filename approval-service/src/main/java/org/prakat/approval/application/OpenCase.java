package org.prakat.approval.application;

import java.time.InstantSource;
import org.prakat.approval.application.port.ApprovalCases;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;

/** Brings a submitted request before its approver, and closes the case when the owner takes the request back. */
public final class OpenCase {

    private final ApprovalCases cases;
    private final InstantSource clock;

    public OpenCase(ApprovalCases cases, InstantSource clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** A submission that comes twice makes one case. */
    public Handled on(RequestSubmitted event, EventContext context) {
        ApprovalCase opened = ApprovalCase.of(event, context.time());
        cases.add(opened.id(), Change.quiet(opened), context.causeAt(clock.instant()));
        return Handled.DONE;
    }

    public Handled on(RequestWithdrawn event, EventContext context) {
        String id = ApprovalCase.id(event.requestId(), event.revision());
        return cases.handle(id, context.causeAt(clock.instant()), ApprovalCase::withdraw);
    }
}
