package org.prakat.request.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Approved;
import org.prakat.common.event.ChangesRequested;
import org.prakat.common.event.Corrected;
import org.prakat.common.event.Expired;
import org.prakat.common.event.Extended;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Replaced;
import org.prakat.common.event.Resumed;
import org.prakat.common.event.Returned;
import org.prakat.common.event.ScheduleCancelled;
import org.prakat.common.event.Suspended;
import org.prakat.common.event.TakenDown;
import org.prakat.common.event.VerbalApprovalRefused;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.Outcome;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.Sender;
import org.prakat.request.domain.Standing;

/** Tells another office what became of the requests that it handed in. An outcome knows its event, so it bears repetition. */
public final class TellOffice {

    private final Requests requests;
    private final Outcomes outcomes;

    public TellOffice(Requests requests, Outcomes outcomes) {
        this.requests = requests;
        this.outcomes = outcomes;
    }

    public Handled on(Approved event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.APPROVED).saying(event.remark()));
    }

    public Handled on(Rejected event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.REJECTED).because(event.reasons()));
    }

    public Handled on(ChangesRequested event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.CHANGES_REQUESTED).because(event.reasons()));
    }

    public Handled on(VerbalApprovalRefused event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.REJECTED).because(event.reasons()));
    }

    public Handled on(Returned event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.RETURNED).because(event.reasons()));
    }

    public Handled on(PublicationScheduled event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.SCHEDULED).from(event.publishAt()));
    }

    public Handled on(ScheduleCancelled event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.SCHEDULE_CANCELLED));
    }

    public Handled on(Published event, EventContext context) {
        return tell(
                event.requestId(),
                context,
                new News(Outcome.Type.PUBLISHED)
                        .at(event.address())
                        .from(event.publishedFrom())
                        .until(event.expiresAt()));
    }

    public Handled on(Corrected event, EventContext context) {
        return tell(
                event.requestId(),
                context,
                new News(Outcome.Type.CORRECTED).saying(event.field() + ": " + event.before() + " → " + event.after()));
    }

    public Handled on(Extended event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.EXTENDED).until(event.expiresAt()));
    }

    public Handled on(Replaced event, EventContext context) {
        return tell(
                event.requestId(),
                context,
                new News(Outcome.Type.REPLACED)
                        .saying(event.title())
                        .from(event.publishedFrom())
                        .until(event.expiresAt()));
    }

    public Handled on(Suspended event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.SUSPENDED).until(event.at()));
    }

    public Handled on(Resumed event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.RESUMED).from(event.at()));
    }

    public Handled on(TakenDown event, EventContext context) {
        RejectionReason reason = new RejectionReason(event.cause().name(), event.explanation());
        return tell(
                event.requestId(),
                context,
                new News(Outcome.Type.TAKEN_DOWN).because(List.of(reason)).until(event.at()));
    }

    public Handled on(Expired event, EventContext context) {
        return tell(event.requestId(), context, new News(Outcome.Type.EXPIRED).until(event.dueAt()));
    }

    public Handled on(Removed event, EventContext context) {
        return tell(
                event.requestId(),
                context,
                new News(Outcome.Type.REMOVED).saying(event.cause().name()).until(event.invisibleSince()));
    }

    private Handled tell(String requestId, EventContext context, News news) {
        Optional<PublicationRequest> request = requests.find(requestId).map(Versioned::state);
        if (request.isEmpty()) {
            return Handled.TOO_EARLY;
        }
        Sender sender = request.get().sender();
        if (sender != null) {
            outcomes.add(news.outcome(context, request.get(), sender));
        }
        return Handled.DONE;
    }

    /** What there is to tell, while it is being made of an event. */
    private record News(
            Outcome.Type type,
            List<RejectionReason> reasons,
            @Nullable String remark,
            @Nullable String address,
            @Nullable Instant start,
            @Nullable Instant end) {

        News(Outcome.Type type) {
            this(type, List.of(), null, null, null, null);
        }

        News because(List<RejectionReason> given) {
            return new News(type, given, remark, address, start, end);
        }

        News saying(@Nullable String words) {
            return new News(type, reasons, words, address, start, end);
        }

        News at(String path) {
            return new News(type, reasons, remark, path, start, end);
        }

        News from(Instant time) {
            return new News(type, reasons, remark, address, time, end);
        }

        News until(@Nullable Instant time) {
            return new News(type, reasons, remark, address, start, time);
        }

        Outcome outcome(EventContext context, PublicationRequest request, Sender sender) {
            Standing standing = request.standing();
            return new Outcome(
                    context.id(),
                    sender.office(),
                    type,
                    request.id(),
                    sender.eventId(),
                    context.time(),
                    reasons,
                    remark,
                    address == null && standing != null ? standing.address() : address,
                    start,
                    end);
        }
    }
}
