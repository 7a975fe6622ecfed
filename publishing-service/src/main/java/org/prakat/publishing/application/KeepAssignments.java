package org.prakat.publishing.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Concern;
import org.prakat.common.event.ProcedureStep;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.event.VerbalApprovalRefused;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.Amending;
import org.prakat.publishing.domain.Amendment;
import org.prakat.publishing.domain.Assignment;
import org.prakat.publishing.domain.OnSite;
import org.prakat.publishing.domain.Publication;

/** Takes over what approvers hand to the webmaster, what becomes of their word, and what owners take back in time. */
public final class KeepAssignments {

    private final Publications publications;
    private final Duties duties;
    private final PublishItem publish;
    private final InstantSource clock;

    public KeepAssignments(Publications publications, Duties duties, PublishItem publish, InstantSource clock) {
        this.publications = publications;
        this.duties = duties;
        this.publish = publish;
        this.clock = clock;
    }

    public Handled on(Approved event, EventContext context) {
        Assignment assignment = Assignment.of(event);
        Cause cause = context.causeAt(clock.instant());
        Concern concern = event.form().concerning();
        if (concern != null) {
            Amendment amendment = new Amendment(
                    event.requestId(), concern.kind(), assignment, event.verbal() == null, context.time());
            return publications.handle(concern.publication(), cause, found -> Amending.take(found, amendment));
        }
        Publication first = Publication.of(event.requestId(), assignment, context.time());
        if (publications.add(event.requestId(), Change.quiet(first), cause).isPresent()) {
            return Handled.DONE;
        }
        return publications.handle(event.requestId(), cause, found -> found.assignAnew(assignment, context.time()));
    }

    /**
     * A withdrawal that overtakes the approval waits for it. One of a revision that was refused, and so never comes here,
     * waits for ever and harms nobody.
     */
    public Handled on(RequestWithdrawn event, EventContext context) {
        return concerned(
                event.requestId(),
                event.revision(),
                context,
                found -> found.withdraw(event.revision()),
                amended -> Amending.drop(amended, event.requestId()));
    }

    /** What was approved by word of mouth is in writing now: a suspended item is back, a waiting one appears. */
    public Handled on(VerbalApprovalConfirmed event, EventContext context) {
        Instant now = clock.instant();
        Handled handled = concerned(
                event.requestId(),
                event.revision(),
                context,
                found -> onSite(found, now).confirmed(event.revision(), now),
                amended -> Amending.confirmed(amended, event.requestId()));
        boolean waits = publications
                .find(event.requestId())
                .map(Versioned::state)
                .filter(found -> found.publishAt() != null && !now.isBefore(found.publishAt()))
                .isPresent();
        return waits
                ? publish.appear(event.requestId(), event.revision(), Cause.event(context.id() + "/appear", now), now)
                : handled;
    }

    public Handled on(VerbalApprovalRefused event, EventContext context) {
        Instant now = clock.instant();
        String explanation =
                event.reasons().stream().map(RejectionReason::explanation).collect(Collectors.joining("; "));
        return concerned(
                event.requestId(),
                event.revision(),
                context,
                found -> onSite(found, now).notConfirmed(event.revision(), explanation, now),
                amended -> Amending.drop(amended, event.requestId()));
    }

    /** The confirmation in writing did not come in time. Other steps are not this service's to watch. */
    public Handled on(StepOverdue event, EventContext context) {
        if (event.step() != ProcedureStep.CONFIRMATION
                || publications.find(event.requestId()).isEmpty()) {
            return Handled.DONE;
        }
        Instant now = clock.instant();
        return publications.handle(event.requestId(), context.causeAt(now), found -> onSite(found, now)
                .confirmationOverdue(event.revision(), now));
    }

    /** The request is an item of its own, or an amendment of one, or not known yet. */
    private Handled concerned(
            String requestId,
            int revision,
            EventContext context,
            Function<Publication, Result<Change<Publication>>> asItem,
            Function<Publication, Result<Change<Publication>>> asAmendment) {
        Cause cause = context.causeAt(clock.instant());
        boolean isItem = publications
                .find(requestId)
                .filter(found -> found.state().assignment().revision() >= revision)
                .isPresent();
        if (isItem) {
            return publications.handle(requestId, cause, asItem);
        }
        Optional<Versioned<Publication>> amended = publications.amendedBy(requestId);
        return amended.isPresent()
                ? publications.handle(amended.get().state().id(), cause, asAmendment)
                : Handled.TOO_EARLY;
    }

    private OnSite onSite(Publication item, Instant now) {
        return new OnSite(item, duties.rules(item, now));
    }
}
