package org.prakat.expiry.application;

import java.time.Instant;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Removed;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.domain.Deadline;
import org.prakat.expiry.domain.Deadline.Kind;

/**
 * Sets and calls off deadlines as items are scheduled, published and removed. In whatever order the events come, and however
 * often, the result is the same: a deadline is set once, and one that was called off before it was set stays off.
 */
public final class KeepDeadlines {

    private final Deadlines deadlines;
    private final TellWhenDue teller;

    public KeepDeadlines(Deadlines deadlines, TellWhenDue teller) {
        this.deadlines = deadlines;
        this.teller = teller;
    }

    public Handled on(PublicationScheduled event, EventContext context) {
        return set(Kind.PUBLICATION, event.requestId(), event.revision(), event.publishAt());
    }

    public Handled on(Published event, EventContext context) {
        deadlines.cancel(Kind.PUBLICATION, event.requestId(), event.revision());
        return event.expiresAt() == null
                ? Handled.DONE
                : set(Kind.REMOVAL, event.requestId(), event.revision(), event.expiresAt());
    }

    public Handled on(Removed event, EventContext context) {
        deadlines.cancel(Kind.REMOVAL, event.requestId(), event.revision());
        return Handled.DONE;
    }

    /** A withdrawal that publishing does not accept comes after its own {@code Published}, which sets the removal. */
    public Handled on(RequestWithdrawn event, EventContext context) {
        deadlines.cancel(Kind.PUBLICATION, event.requestId(), event.revision());
        return Handled.DONE;
    }

    private Handled set(Kind kind, String requestId, int revision, Instant dueAt) {
        Deadline deadline = Deadline.pending(kind, requestId, revision, dueAt);
        if (deadlines.add(deadline)) {
            teller.expect(deadline);
        }
        return Handled.DONE;
    }
}
