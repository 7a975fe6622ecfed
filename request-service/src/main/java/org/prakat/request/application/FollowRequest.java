package org.prakat.request.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Result;
import org.prakat.common.event.ApprovalHandedOver;
import org.prakat.common.event.Approved;
import org.prakat.common.event.ArchiveDeleted;
import org.prakat.common.event.ChangesRequested;
import org.prakat.common.event.Check;
import org.prakat.common.event.Corrected;
import org.prakat.common.event.CurrencyConfirmed;
import org.prakat.common.event.Due;
import org.prakat.common.event.Extended;
import org.prakat.common.event.HoldReleased;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.RemovalHeld;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Replaced;
import org.prakat.common.event.Resumed;
import org.prakat.common.event.Returned;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.ScheduleCancelled;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.event.Suspended;
import org.prakat.common.event.TakenDown;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.event.VerbalApprovalRefused;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.Allowance;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.RequestStatus;
import org.prakat.request.domain.Standing;
import org.prakat.request.domain.TimelineEntry;
import org.prakat.request.domain.TimelineEntry.Step;

/** Takes note of what the approver, the webmaster and the clock did with a request. */
public final class FollowRequest {

    private final Requests requests;
    private final InstantSource clock;

    public FollowRequest(Requests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    public Handled on(Approved event, EventContext context) {
        VerbalApproval verbal = event.verbal();
        if (verbal != null) {
            return approvedVerbally(event, verbal, context);
        }
        return status(
                event.requestId(),
                context,
                RequestStatus.APPROVED,
                new Entry(context, event.revision(), Step.APPROVED)
                        .by(event.approver(), event.order())
                        .remark(event.remark())
                        .allowed(event));
    }

    private Handled approvedVerbally(Approved event, VerbalApproval verbal, EventContext context) {
        Due confirmation = verbal.confirmation();
        TimelineEntry entry = new Entry(context, event.revision(), Step.APPROVED_VERBALLY)
                .by(event.approver(), event.order())
                .due(confirmation.at())
                .remark(verbal.means() + ", " + verbal.recordedBy().name() + ": " + verbal.note())
                .allowed(event)
                .made();
        return follow(event.requestId(), context, request -> request.noteVerbalApproval(confirmation, entry));
    }

    public Handled on(Rejected event, EventContext context) {
        return status(
                event.requestId(),
                context,
                RequestStatus.REJECTED,
                new Entry(context, event.revision(), Step.REJECTED)
                        .by(event.approver(), event.order())
                        .reasons(event.reasons()));
    }

    public Handled on(ChangesRequested event, EventContext context) {
        return status(
                event.requestId(),
                context,
                RequestStatus.CHANGES_REQUESTED,
                new Entry(context, event.revision(), Step.CHANGES_REQUESTED)
                        .by(event.approver(), event.order())
                        .reasons(event.reasons()));
    }

    public Handled on(VerbalApprovalConfirmed event, EventContext context) {
        TimelineEntry entry = new Entry(context, event.revision(), Step.VERBAL_APPROVAL_CONFIRMED)
                .by(event.approver(), event.order())
                .checks(event.checks())
                .made();
        return follow(event.requestId(), context, request -> request.noteConfirmed(entry));
    }

    public Handled on(VerbalApprovalRefused event, EventContext context) {
        TimelineEntry entry = new Entry(context, event.revision(), Step.VERBAL_APPROVAL_REFUSED)
                .by(event.approver(), event.order())
                .reasons(event.reasons())
                .made();
        return follow(event.requestId(), context, request -> request.noteNotConfirmed(entry));
    }

    public Handled on(ApprovalHandedOver event, EventContext context) {
        return entry(
                event.requestId(),
                context,
                new Entry(context, event.revision(), Step.HANDED_OVER)
                        .by(event.by(), null)
                        .to(event.to())
                        .remark(event.to().name() + ": " + event.explanation()));
    }

    public Handled on(PublicationScheduled event, EventContext context) {
        return status(
                event.requestId(),
                context,
                RequestStatus.SCHEDULED,
                new Entry(context, event.revision(), Step.SCHEDULED)
                        .by(event.webmaster(), event.order())
                        .due(event.publishAt()));
    }

    public Handled on(ScheduleCancelled event, EventContext context) {
        TimelineEntry entry = new Entry(context, event.revision(), Step.SCHEDULE_CANCELLED)
                .by(event.webmaster(), event.order())
                .made();
        return follow(event.requestId(), context, request -> request.turnBack(RequestStatus.APPROVED, entry));
    }

    public Handled on(Returned event, EventContext context) {
        return status(
                event.requestId(),
                context,
                RequestStatus.RETURNED,
                new Entry(context, event.revision(), Step.RETURNED)
                        .by(event.webmaster(), event.order())
                        .reasons(event.reasons()));
    }

    public Handled on(ReturnedToApprover event, EventContext context) {
        TimelineEntry entry = new Entry(context, event.revision(), Step.RETURNED_TO_APPROVER)
                .by(event.webmaster(), event.order())
                .reasons(event.reasons())
                .made();
        return follow(event.requestId(), context, request -> request.turnBack(RequestStatus.SUBMITTED, entry));
    }

    public Handled on(Published event, EventContext context) {
        TimelineEntry entry = new Entry(context, event.revision(), Step.PUBLISHED)
                .by(event.webmaster(), event.order())
                .due(event.expiresAt())
                .made();
        Standing standing = new Standing(
                event.category(),
                event.fiscalYear(),
                event.publishingOrder(),
                event.address(),
                event.publishedFrom(),
                event.expiresAt(),
                at(event.currencyCheck()));
        return follow(event.requestId(), context, request -> request.notePublished(standing, entry));
    }

    public Handled on(Corrected event, EventContext context) {
        return entry(
                event.requestId(),
                context,
                new Entry(context, event.revision(), Step.CORRECTED)
                        .by(event.webmaster(), event.order())
                        .remark(event.field() + ": " + event.before() + " → " + event.after()));
    }

    public Handled on(CurrencyConfirmed event, EventContext context) {
        Instant next = at(event.next());
        TimelineEntry entry = new Entry(context, event.revision(), Step.CURRENCY_CONFIRMED)
                .by(event.by(), null)
                .due(next)
                .made();
        return follow(event.requestId(), context, request -> request.noteCurrent(next, entry));
    }

    public Handled on(Extended event, EventContext context) {
        TimelineEntry entry = new Entry(context, event.revision(), Step.EXTENDED)
                .by(event.webmaster(), event.order())
                .due(event.expiresAt())
                .made();
        Handled published = follow(event.requestId(), context, request -> request.noteEnd(event.expiresAt(), entry));
        return both(published, completed(event.amendment(), context, event.webmaster(), event.order()));
    }

    public Handled on(Replaced event, EventContext context) {
        TimelineEntry entry = new Entry(context, event.revision(), Step.REPLACED)
                .by(event.webmaster(), event.order())
                .due(event.expiresAt())
                .remark(event.title())
                .made();
        Instant currencyDue = at(event.currencyCheck());
        Handled published = follow(
                event.requestId(), context, request -> request.noteReplaced(event.expiresAt(), currencyDue, entry));
        return both(published, completed(event.amendment(), context, event.webmaster(), event.order()));
    }

    public Handled on(TakenDown event, EventContext context) {
        Handled published = entry(
                event.requestId(),
                context,
                new Entry(context, event.revision(), Step.TAKEN_DOWN)
                        .by(event.by(), event.order())
                        .due(event.at())
                        .remark(event.cause() + ": " + event.explanation()));
        return event.amendment() == null
                ? published
                : both(published, completed(event.amendment(), context, event.by(), event.order()));
    }

    public Handled on(Suspended event, EventContext context) {
        return entry(event.requestId(), context, new Entry(context, event.revision(), Step.SUSPENDED));
    }

    public Handled on(Resumed event, EventContext context) {
        return entry(event.requestId(), context, new Entry(context, event.revision(), Step.RESUMED));
    }

    public Handled on(RemovalHeld event, EventContext context) {
        return entry(
                event.requestId(),
                context,
                new Entry(context, event.revision(), Step.REMOVAL_HELD)
                        .by(event.by(), event.order())
                        .remark(event.reason()));
    }

    public Handled on(HoldReleased event, EventContext context) {
        return entry(
                event.requestId(),
                context,
                new Entry(context, event.revision(), Step.HOLD_RELEASED).by(event.by(), event.order()));
    }

    public Handled on(Removed event, EventContext context) {
        return status(
                event.requestId(),
                context,
                RequestStatus.REMOVED,
                new Entry(context, event.revision(), Step.REMOVED).due(event.invisibleSince()));
    }

    public Handled on(ArchiveDeleted event, EventContext context) {
        return entry(event.requestId(), context, new Entry(context, event.revision(), Step.ARCHIVE_DELETED));
    }

    public Handled on(StepOverdue event, EventContext context) {
        Step step =
                switch (event.step()) {
                    case APPROVAL -> Step.APPROVAL_OVERDUE;
                    case CONFIRMATION -> Step.CONFIRMATION_OVERDUE;
                    case PUBLISHING -> Step.PUBLISHING_OVERDUE;
                    case CURRENCY_CHECK -> Step.CURRENCY_CHECK_OVERDUE;
                };
        return entry(event.requestId(), context, new Entry(context, event.revision(), step).due(event.dueAt()));
    }

    private Handled completed(
            String amendment, EventContext context, @Nullable Person by, @Nullable OrderReference order) {
        return follow(
                amendment,
                context,
                request -> request.note(
                        RequestStatus.COMPLETED,
                        new Entry(context, request.revision(), Step.COMPLETED)
                                .by(by, order)
                                .made()));
    }

    private static Handled both(Handled one, Handled other) {
        return one == Handled.DONE ? other : one;
    }

    private Handled status(String requestId, EventContext context, RequestStatus next, Entry entry) {
        return follow(requestId, context, request -> request.note(next, entry.made()));
    }

    private Handled entry(String requestId, EventContext context, Entry entry) {
        return follow(requestId, context, request -> request.note(entry.made()));
    }

    private Handled follow(
            String requestId,
            EventContext context,
            Function<PublicationRequest, Result<Change<PublicationRequest>>> note) {
        return requests.handle(requestId, context.causeAt(clock.instant()), note);
    }

    private static @Nullable Instant at(@Nullable Due due) {
        return due == null ? null : due.at();
    }

    /** An entry of the timeline while it is being made of an event. */
    private static final class Entry {

        private final EventContext context;
        private final int revision;
        private final Step step;
        private @Nullable Person by;
        private @Nullable String orderNumber;
        private @Nullable Instant due;
        private List<RejectionReason> reasons = List.of();
        private @Nullable String remark;
        private @Nullable Person to;
        private List<Check> checks = List.of();
        private @Nullable Allowance allowed;

        Entry(EventContext context, int revision, Step step) {
            this.context = context;
            this.revision = revision;
            this.step = step;
        }

        Entry by(@Nullable Person person, @Nullable OrderReference order) {
            by = person;
            orderNumber = order == null ? null : order.number();
            return this;
        }

        Entry due(@Nullable Instant time) {
            due = time;
            return this;
        }

        Entry reasons(List<RejectionReason> given) {
            reasons = given;
            return this;
        }

        Entry remark(@Nullable String words) {
            remark = words;
            return this;
        }

        Entry to(Person person) {
            to = person;
            return this;
        }

        Entry checks(List<Check> made) {
            checks = made;
            return this;
        }

        Entry allowed(Approved approved) {
            allowed = Allowance.of(approved);
            return to(approved.webmaster()).checks(approved.checks());
        }

        TimelineEntry made() {
            return new TimelineEntry(
                    context.time(), revision, step, by, orderNumber, due, reasons, remark, to, checks, allowed);
        }
    }
}
