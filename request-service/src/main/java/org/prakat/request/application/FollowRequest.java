package org.prakat.request.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Result;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Returned;
import org.prakat.request.application.port.Notices;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.Notice;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.RequestStatus;
import org.prakat.request.domain.Standing;
import org.prakat.request.domain.TimelineEntry;
import org.prakat.request.domain.TimelineEntry.Step;

/**
 * Takes note of what the approver, the webmaster and the clock did with a request, and tells its owner. The notice is kept
 * first: it has an id of its own, so a repetition after a crash tells nobody twice.
 */
public final class FollowRequest {

    private final Requests requests;
    private final Notices notices;
    private final InstantSource clock;

    public FollowRequest(Requests requests, Notices notices, InstantSource clock) {
        this.requests = requests;
        this.notices = notices;
        this.clock = clock;
    }

    public Handled on(Approved event, EventContext context) {
        TimelineEntry entry = new TimelineEntry(
                context.time(),
                event.revision(),
                Step.APPROVED,
                event.approver(),
                event.order().number(),
                null,
                List.of(),
                event.remark());
        return follow(event.requestId(), context, request -> {
            notices.add(notice(Notice.Kind.APPROVED, request, entry, context, null));
            notices.add(notice(
                    Notice.Kind.ASSIGNED,
                    request,
                    entry,
                    context,
                    null,
                    event.webmaster().id()));
            return request.note(RequestStatus.APPROVED, entry);
        });
    }

    public Handled on(Rejected event, EventContext context) {
        TimelineEntry entry = refused(
                context,
                event.revision(),
                Step.REJECTED,
                event.approver(),
                event.order().number(),
                event.reasons());
        return follow(event.requestId(), context, request -> {
            notices.add(notice(Notice.Kind.REJECTED, request, entry, context, null));
            return request.note(RequestStatus.REJECTED, entry);
        });
    }

    public Handled on(Returned event, EventContext context) {
        TimelineEntry entry = refused(
                context,
                event.revision(),
                Step.RETURNED,
                event.webmaster(),
                event.order().number(),
                event.reasons());
        return follow(event.requestId(), context, request -> {
            notices.add(notice(Notice.Kind.RETURNED, request, entry, context, null));
            return request.note(RequestStatus.RETURNED, entry);
        });
    }

    public Handled on(PublicationScheduled event, EventContext context) {
        TimelineEntry entry = done(
                context,
                event.revision(),
                Step.SCHEDULED,
                event.webmaster(),
                event.order().number(),
                event.publishAt());
        return follow(event.requestId(), context, request -> {
            notices.add(notice(Notice.Kind.SCHEDULED, request, entry, context, null));
            return request.note(RequestStatus.SCHEDULED, entry);
        });
    }

    public Handled on(Published event, EventContext context) {
        TimelineEntry entry = done(
                context,
                event.revision(),
                Step.PUBLISHED,
                event.webmaster(),
                event.order().number(),
                event.expiresAt());
        Standing standing = new Standing(
                event.category(),
                event.fiscalYear(),
                event.publishingOrder(),
                event.address(),
                event.publishedFrom(),
                event.expiresAt());
        return follow(event.requestId(), context, request -> {
            notices.add(notice(Notice.Kind.PUBLISHED, request, entry, context, event.address()));
            return request.notePublished(standing, entry);
        });
    }

    public Handled on(Removed event, EventContext context) {
        TimelineEntry entry = done(context, event.revision(), Step.REMOVED, null, null, event.invisibleSince());
        return follow(event.requestId(), context, request -> {
            notices.add(notice(Notice.Kind.REMOVED, request, entry, context, null));
            return request.note(RequestStatus.REMOVED, entry);
        });
    }

    private Handled follow(
            String requestId,
            EventContext context,
            Function<PublicationRequest, Result<Change<PublicationRequest>>> note) {
        return requests.handle(requestId, context.causeAt(clock.instant()), note);
    }

    private static TimelineEntry done(
            EventContext context,
            int revision,
            Step step,
            @Nullable Person by,
            @Nullable String orderNumber,
            @Nullable Instant due) {
        return new TimelineEntry(context.time(), revision, step, by, orderNumber, due, List.of(), null);
    }

    private static TimelineEntry refused(
            EventContext context,
            int revision,
            Step step,
            Person by,
            String orderNumber,
            List<RejectionReason> reasons) {
        return new TimelineEntry(context.time(), revision, step, by, orderNumber, null, reasons, null);
    }

    private static Notice notice(
            Notice.Kind kind,
            PublicationRequest request,
            TimelineEntry entry,
            EventContext context,
            @Nullable String address) {
        return notice(
                kind, request, entry, context, address, request.requester().id());
    }

    private static Notice notice(
            Notice.Kind kind,
            PublicationRequest request,
            TimelineEntry entry,
            EventContext context,
            @Nullable String address,
            String recipient) {
        return new Notice(
                context.id() + "/" + recipient + "/" + kind,
                recipient,
                kind,
                request.id(),
                Optional.ofNullable(request.draft().title()).orElse(request.id()),
                context.time(),
                entry.due(),
                address,
                entry.reasons(),
                null);
    }
}
