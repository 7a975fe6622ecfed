package org.prakat.approval.application;

import java.time.InstantSource;
import org.prakat.approval.application.port.ApprovalCases;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.ProcedureStep;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.StepOverdue;

/** Brings a submitted request before its approver, again if need be, and closes the case when the owner takes it back. */
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

    /** The webmaster wants it decided anew: it comes before the approver again. */
    public Handled on(ReturnedToApprover event, EventContext context) {
        String id = ApprovalCase.id(event.requestId(), event.revision());
        return cases.handle(
                id, context.causeAt(clock.instant()), found -> found.reopen(event.reasons(), event.approval()));
    }

    /** Only the approver's own steps are this service's to note. */
    public Handled on(StepOverdue event, EventContext context) {
        boolean approvers = event.step() == ProcedureStep.APPROVAL || event.step() == ProcedureStep.CONFIRMATION;
        return approvers
                ? cases.handle(
                        ApprovalCase.id(event.requestId(), event.revision()),
                        context.causeAt(clock.instant()),
                        found -> found.markOverdue(event.step(), event.dueAt()))
                : Handled.DONE;
    }
}
