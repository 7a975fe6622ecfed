package org.prakat.publishing.application;

import java.time.Instant;
import java.time.InstantSource;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.Approved;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.Assignment;
import org.prakat.publishing.domain.Publication;

/** Takes over what approvers hand to the webmaster, and what owners take back in time. */
public final class KeepAssignments {

    private final Publications publications;
    private final InstantSource clock;

    public KeepAssignments(Publications publications, InstantSource clock) {
        this.publications = publications;
        this.clock = clock;
    }

    public Handled on(Approved event, EventContext context) {
        Assignment assignment = Assignment.of(event);
        Instant now = context.time();
        Cause cause = context.causeAt(clock.instant());
        Publication first = Publication.of(event.requestId(), assignment, now);
        if (publications.add(event.requestId(), Change.quiet(first), cause).isPresent()) {
            return Handled.DONE;
        }
        return publications.handle(event.requestId(), cause, found -> found.assignAnew(assignment, now));
    }

    /**
     * A withdrawal that overtakes the approval waits for it. One of a revision that was refused, and so never comes here,
     * waits for ever and harms nobody.
     */
    public Handled on(RequestWithdrawn event, EventContext context) {
        boolean known = publications
                .find(event.requestId())
                .filter(found -> found.state().assignment().revision() >= event.revision())
                .isPresent();
        return known
                ? publications.handle(
                        event.requestId(), context.causeAt(clock.instant()), found -> found.withdraw(event.revision()))
                : Handled.TOO_EARLY;
    }
}
