package org.prakat.request.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.ApprovalHandedOver;
import org.prakat.common.event.Approved;
import org.prakat.common.event.ChangesRequested;
import org.prakat.common.event.Corrected;
import org.prakat.common.event.ExpiryNear;
import org.prakat.common.event.Extended;
import org.prakat.common.event.HoldReleased;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.RemovalHeld;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Replaced;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Resumed;
import org.prakat.common.event.Returned;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.ScheduleCancelled;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.StepDueSoon;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.event.Suspended;
import org.prakat.common.event.TakenDown;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.event.VerbalApprovalRefused;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.application.port.Notices;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.Notice;
import org.prakat.request.domain.Notice.Kind;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.TimelineEntry;
import org.prakat.request.domain.TimelineEntry.Step;

/**
 * Tells at every turn whom it concerns. A notice has an id made of the event and its recipient, so a repetition after a crash
 * tells nobody twice.
 */
public final class TellPeople {

    private final Requests requests;
    private final Notices notices;
    private final ReferenceData reference;
    private final InstantSource clock;

    public TellPeople(Requests requests, Notices notices, ReferenceData reference, InstantSource clock) {
        this.requests = requests;
        this.notices = notices;
        this.reference = reference;
        this.clock = clock;
    }

    public Handled on(RequestSubmitted event, EventContext context) {
        return news(event.requestId(), context).due(event.approval().at()).tell(Kind.SUBMITTED, this::approvers);
    }

    public Handled on(RequestWithdrawn event, EventContext context) {
        return news(event.requestId(), context).tell(Kind.WITHDRAWN, this::approvers);
    }

    public Handled on(Approved event, EventContext context) {
        News news = news(event.requestId(), context);
        if (event.verbal() == null) {
            news.tell(Kind.APPROVED, TellPeople::owner);
        } else {
            News confirmation = news.due(event.verbal().confirmation().at());
            confirmation.tell(Kind.APPROVED_VERBALLY, TellPeople::owner);
            confirmation.tell(Kind.CONFIRMATION_NEEDED, request -> only(event.approver()));
        }
        return news.due(event.publishing().at()).tell(Kind.ASSIGNED, request -> only(event.webmaster()));
    }

    public Handled on(Rejected event, EventContext context) {
        return news(event.requestId(), context).because(event.reasons()).tell(Kind.REJECTED, TellPeople::owner);
    }

    public Handled on(ChangesRequested event, EventContext context) {
        return news(event.requestId(), context)
                .because(event.reasons())
                .tell(Kind.CHANGES_REQUESTED, TellPeople::owner);
    }

    public Handled on(VerbalApprovalConfirmed event, EventContext context) {
        return news(event.requestId(), context).tell(Kind.CONFIRMED, TellPeople::owner);
    }

    public Handled on(VerbalApprovalRefused event, EventContext context) {
        News news = news(event.requestId(), context).because(event.reasons());
        news.tell(Kind.NOT_CONFIRMED, TellPeople::owner);
        return news.tell(Kind.NOT_CONFIRMED, this::webmasters);
    }

    public Handled on(ApprovalHandedOver event, EventContext context) {
        return news(event.requestId(), context).tell(Kind.HANDED_OVER, request -> only(event.to()));
    }

    public Handled on(PublicationScheduled event, EventContext context) {
        return news(event.requestId(), context).due(event.publishAt()).tell(Kind.SCHEDULED, TellPeople::owner);
    }

    public Handled on(ScheduleCancelled event, EventContext context) {
        return news(event.requestId(), context).tell(Kind.SCHEDULE_CANCELLED, TellPeople::owner);
    }

    public Handled on(Published event, EventContext context) {
        Kind kind = event.expiresAt() == null ? Kind.PUBLISHED_WITHOUT_END : Kind.PUBLISHED;
        return news(event.requestId(), context)
                .due(event.expiresAt())
                .at(event.address())
                .tell(kind, TellPeople::owner);
    }

    public Handled on(Returned event, EventContext context) {
        return news(event.requestId(), context).because(event.reasons()).tell(Kind.RETURNED, TellPeople::owner);
    }

    public Handled on(ReturnedToApprover event, EventContext context) {
        News news = news(event.requestId(), context).because(event.reasons());
        news.tell(Kind.RETURNED_TO_APPROVER, TellPeople::owner);
        return news.tell(Kind.RETURNED_TO_APPROVER, this::approvers);
    }

    public Handled on(Corrected event, EventContext context) {
        News news = news(event.requestId(), context);
        news.tell(Kind.CORRECTED, TellPeople::owner);
        return news.tell(Kind.CORRECTED, request -> only(event.approver()));
    }

    public Handled on(Extended event, EventContext context) {
        return news(event.requestId(), context).due(event.expiresAt()).tell(Kind.EXTENDED, TellPeople::owner);
    }

    public Handled on(Replaced event, EventContext context) {
        return news(event.requestId(), context).tell(Kind.REPLACED, TellPeople::owner);
    }

    public Handled on(TakenDown event, EventContext context) {
        RejectionReason reason = new RejectionReason(event.cause().name(), event.explanation());
        return news(event.requestId(), context)
                .because(List.of(reason))
                .due(event.at())
                .tell(Kind.TAKEN_DOWN, TellPeople::owner);
    }

    public Handled on(Suspended event, EventContext context) {
        News news = news(event.requestId(), context);
        news.tell(Kind.SUSPENDED, TellPeople::owner);
        return news.tell(Kind.SUSPENDED, this::webmasters);
    }

    public Handled on(Resumed event, EventContext context) {
        return news(event.requestId(), context).tell(Kind.RESUMED, TellPeople::owner);
    }

    public Handled on(RemovalHeld event, EventContext context) {
        return news(event.requestId(), context).tell(Kind.REMOVAL_HELD, TellPeople::owner);
    }

    public Handled on(HoldReleased event, EventContext context) {
        return news(event.requestId(), context).tell(Kind.HOLD_RELEASED, TellPeople::owner);
    }

    public Handled on(Removed event, EventContext context) {
        return news(event.requestId(), context).due(event.invisibleSince()).tell(Kind.REMOVED, TellPeople::owner);
    }

    public Handled on(ExpiryNear event, EventContext context) {
        return news(event.requestId(), context).due(event.expiresAt()).tell(Kind.EXPIRY_NEAR, TellPeople::owner);
    }

    public Handled on(StepDueSoon event, EventContext context) {
        News news = news(event.requestId(), context).due(event.dueAt());
        return switch (event.step()) {
            case APPROVAL -> news.tell(Kind.APPROVAL_DUE, this::approvers);
            case CONFIRMATION -> news.tell(Kind.CONFIRMATION_DUE, this::whoApprovedVerbally);
            case PUBLISHING -> news.tell(Kind.PUBLISHING_DUE, this::webmasters);
            case CURRENCY_CHECK -> news.tell(Kind.CURRENCY_CHECK_DUE, this::ownerAndWebmasters);
        };
    }

    public Handled on(StepOverdue event, EventContext context) {
        News news = news(event.requestId(), context).due(event.dueAt());
        return switch (event.step()) {
            case APPROVAL -> {
                news.tell(Kind.APPROVAL_OVERDUE, this::administrators);
                yield news.tell(Kind.APPROVAL_OVERDUE, this::approvers);
            }
            case CONFIRMATION -> {
                news.tell(Kind.CONFIRMATION_OVERDUE, this::administrators);
                yield news.tell(Kind.CONFIRMATION_OVERDUE, this::whoApprovedVerbally);
            }
            case PUBLISHING -> news.tell(Kind.PUBLISHING_OVERDUE, this::webmasters);
            case CURRENCY_CHECK -> news.tell(Kind.CURRENCY_CHECK_OVERDUE, this::ownerAndWebmasters);
        };
    }

    private News news(String requestId, EventContext context) {
        Optional<PublicationRequest> request = requests.find(requestId).map(Versioned::state);
        return new News(request, context, null, null, List.of());
    }

    private static Collection<String> only(Person person) {
        return Set.of(person.id());
    }

    /** Another office is told by its outcomes. */
    private static Collection<String> owner(PublicationRequest request) {
        return request.sender() == null ? only(request.requester()) : Set.of();
    }

    /** Everybody who may decide on it today, but its owner. */
    private Collection<String> approvers(PublicationRequest request) {
        String workGroup = request.draft().workGroup();
        return ids(reference.approvers(request.requester().id(), request.office(), workGroup, today()));
    }

    private Collection<String> webmasters(PublicationRequest request) {
        return ids(reference.holders(Duty.PUBLISH, request.office(), null, today()));
    }

    private Collection<String> ownerAndWebmasters(PublicationRequest request) {
        Set<String> all = new LinkedHashSet<>(webmasters(request));
        all.addAll(owner(request));
        return all;
    }

    private Collection<String> administrators(PublicationRequest request) {
        return ids(reference.administrators(request.office()));
    }

    private Collection<String> whoApprovedVerbally(PublicationRequest request) {
        return request.timeline().stream()
                .filter(entry -> entry.step() == Step.APPROVED_VERBALLY && entry.by() != null)
                .reduce((earlier, later) -> later)
                .map(TimelineEntry::by)
                .<Collection<String>>map(TellPeople::only)
                .orElseGet(() -> approvers(request));
    }

    private LocalDate today() {
        return OfficeZone.dateOf(clock.instant());
    }

    private static List<String> ids(List<StaffDefined> people) {
        return people.stream().map(StaffDefined::id).toList();
    }

    /** Whom something concerns. */
    private interface Recipients {
        Collection<String> of(PublicationRequest request);
    }

    /** One event, as it is told. */
    private final class News {

        private final Optional<PublicationRequest> request;
        private final EventContext context;
        private final @Nullable Instant due;
        private final @Nullable String address;
        private final List<RejectionReason> reasons;

        News(
                Optional<PublicationRequest> request,
                EventContext context,
                @Nullable Instant due,
                @Nullable String address,
                List<RejectionReason> reasons) {
            this.request = request;
            this.context = context;
            this.due = due;
            this.address = address;
            this.reasons = reasons;
        }

        News due(@Nullable Instant time) {
            return new News(request, context, time, address, reasons);
        }

        News at(String path) {
            return new News(request, context, due, path, reasons);
        }

        News because(List<RejectionReason> given) {
            return new News(request, context, due, address, given);
        }

        Handled tell(Kind kind, Recipients recipients) {
            if (request.isEmpty()) {
                return Handled.TOO_EARLY;
            }
            PublicationRequest about = request.get();
            for (String recipient : recipients.of(about)) {
                notices.add(new Notice(
                        context.id() + "/" + recipient + "/" + kind,
                        recipient,
                        kind,
                        about.id(),
                        about.title(),
                        context.time(),
                        due,
                        address,
                        reasons,
                        null));
            }
            return Handled.DONE;
        }
    }
}
