package org.prakat.expiry.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.Approved;
import org.prakat.common.event.ChangesRequested;
import org.prakat.common.event.CurrencyConfirmed;
import org.prakat.common.event.Due;
import org.prakat.common.event.Extended;
import org.prakat.common.event.HoldReleased;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Replaced;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Returned;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.ScheduleCancelled;
import org.prakat.common.event.TakenDown;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.event.VerbalApprovalRefused;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.domain.Deadline;
import org.prakat.expiry.domain.Deadline.Kind;
import org.prakat.expiry.domain.Stamp;

/**
 * Sets deadlines and calls them off as a request goes its way. In whatever order the events come, and however often, the
 * result is the same: a deadline is set once, and stays off when what called it off happened after what set it.
 */
public final class KeepDeadlines {

    private static final Set<Kind> APPROVAL = Set.of(Kind.APPROVAL_REMINDER, Kind.APPROVAL_OVERDUE);
    private static final Set<Kind> CONFIRMATION = Set.of(Kind.CONFIRMATION_REMINDER, Kind.CONFIRMATION_OVERDUE);
    private static final Set<Kind> PUBLISHING = Set.of(Kind.PUBLISHING_REMINDER, Kind.PUBLISHING_OVERDUE);
    private static final Set<Kind> CURRENCY = Set.of(Kind.CURRENCY_CHECK_REMINDER, Kind.CURRENCY_CHECK_OVERDUE);
    private static final Set<Kind> PUBLICATION = Set.of(Kind.PUBLICATION);
    private static final Set<Kind> REMOVAL = Set.of(Kind.REMOVAL, Kind.REMOVAL_REMINDER);

    private final Deadlines deadlines;
    private final TellWhenDue teller;
    private final InstantSource clock;

    public KeepDeadlines(Deadlines deadlines, TellWhenDue teller, InstantSource clock) {
        this.deadlines = deadlines;
        this.teller = teller;
        this.clock = clock;
    }

    /** The deadlines of one request, as one event changes them. */
    private final class Change {

        private final String requestId;
        private final int revision;
        private final Stamp stamp;
        private final List<Deadline> toSet = new ArrayList<>();

        Change(String requestId, int revision, EventContext context) {
            this.requestId = requestId;
            this.revision = revision;
            this.stamp = Stamp.of(context);
        }

        Change callOff(Set<Kind> kinds) {
            deadlines.cancel(kinds, requestId, stamp.afterOthers());
            return this;
        }

        /** Calls off what was set before, so that it can be set anew. */
        Change supersede(Set<Kind> kinds) {
            deadlines.cancel(kinds, requestId, stamp.before());
            return this;
        }

        Change set(Kind kind, @Nullable Instant at) {
            return at == null ? this : set(kind, at, at);
        }

        Change set(Kind reminder, Kind overdue, @Nullable Due due) {
            return due == null ? this : set(reminder, due.at(), due.remindAt()).set(overdue, due.at(), due.at());
        }

        Change remind(List<Instant> moments, @Nullable Instant end) {
            if (end != null) {
                Instant now = clock.instant();
                // Of several that were missed, one is enough.
                Instant lastMissed = moments.stream()
                        .filter(moment -> !moment.isAfter(now))
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.MIN);
                moments.stream()
                        .filter(moment -> !moment.isBefore(lastMissed))
                        .forEach(moment -> set(Kind.REMOVAL_REMINDER, end, moment));
            }
            return this;
        }

        private Change set(Kind kind, Instant about, Instant dueAt) {
            toSet.add(Deadline.pending(kind, requestId, revision, about, dueAt, stamp));
            return this;
        }

        /** Sets them all at once: each way to the database counts when many events come. */
        Handled done() {
            deadlines.add(toSet).forEach(teller::expect);
            return Handled.DONE;
        }
    }

    public Handled on(RequestSubmitted event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .set(Kind.APPROVAL_REMINDER, Kind.APPROVAL_OVERDUE, event.approval())
                .done();
    }

    public Handled on(RequestWithdrawn event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .callOff(all(APPROVAL, CONFIRMATION, PUBLISHING, PUBLICATION))
                .done();
    }

    public Handled on(Approved event, EventContext context) {
        Due confirmation = event.verbal() == null ? null : event.verbal().confirmation();
        return new Change(event.requestId(), event.revision(), context)
                .callOff(APPROVAL)
                .set(Kind.CONFIRMATION_REMINDER, Kind.CONFIRMATION_OVERDUE, confirmation)
                .set(Kind.PUBLISHING_REMINDER, Kind.PUBLISHING_OVERDUE, event.publishing())
                .done();
    }

    public Handled on(Rejected event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .callOff(APPROVAL)
                .done();
    }

    public Handled on(ChangesRequested event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .callOff(APPROVAL)
                .done();
    }

    public Handled on(VerbalApprovalConfirmed event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .callOff(CONFIRMATION)
                .done();
    }

    public Handled on(VerbalApprovalRefused event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .callOff(all(CONFIRMATION, PUBLISHING, PUBLICATION))
                .done();
    }

    public Handled on(PublicationScheduled event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .callOff(PUBLISHING)
                .supersede(PUBLICATION)
                .set(Kind.PUBLICATION, event.publishAt())
                .done();
    }

    public Handled on(ScheduleCancelled event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .supersede(all(PUBLICATION, PUBLISHING))
                .set(Kind.PUBLISHING_REMINDER, Kind.PUBLISHING_OVERDUE, event.publishing())
                .done();
    }

    public Handled on(Returned event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .callOff(all(PUBLISHING, PUBLICATION))
                .done();
    }

    /** The approver decides anew, so what was said by word of mouth before need not be confirmed. */
    public Handled on(ReturnedToApprover event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .callOff(all(CONFIRMATION, PUBLISHING, PUBLICATION))
                .supersede(APPROVAL)
                .set(Kind.APPROVAL_REMINDER, Kind.APPROVAL_OVERDUE, event.approval())
                .done();
    }

    public Handled on(Published event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .callOff(all(PUBLISHING, PUBLICATION))
                .set(Kind.REMOVAL, event.expiresAt())
                .remind(event.remindAt(), event.expiresAt())
                .set(Kind.CURRENCY_CHECK_REMINDER, Kind.CURRENCY_CHECK_OVERDUE, event.currencyCheck())
                .done();
    }

    public Handled on(CurrencyConfirmed event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .supersede(CURRENCY)
                .set(Kind.CURRENCY_CHECK_REMINDER, Kind.CURRENCY_CHECK_OVERDUE, event.next())
                .done();
    }

    public Handled on(Extended event, EventContext context) {
        amended(event.amendment(), context);
        return new Change(event.requestId(), event.revision(), context)
                .supersede(REMOVAL)
                .set(Kind.REMOVAL, event.expiresAt())
                .remind(event.remindAt(), event.expiresAt())
                .done();
    }

    public Handled on(Replaced event, EventContext context) {
        amended(event.amendment(), context);
        return new Change(event.requestId(), event.revision(), context)
                .supersede(all(REMOVAL, CURRENCY))
                .set(Kind.REMOVAL, event.expiresAt())
                .remind(event.remindAt(), event.expiresAt())
                .set(Kind.CURRENCY_CHECK_REMINDER, Kind.CURRENCY_CHECK_OVERDUE, event.currencyCheck())
                .done();
    }

    /** It is off the site already; its removal still has to be done, as at any other end. */
    public Handled on(TakenDown event, EventContext context) {
        amended(event.amendment(), context);
        return new Change(event.requestId(), event.revision(), context)
                .supersede(all(REMOVAL, CURRENCY))
                .set(Kind.REMOVAL, event.at())
                .done();
    }

    /** The end may have passed during the hold: then it was told in vain, and is told again. */
    public Handled on(HoldReleased event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .set(Kind.REMOVAL, event.at())
                .done();
    }

    public Handled on(Removed event, EventContext context) {
        return new Change(event.requestId(), event.revision(), context)
                .callOff(all(REMOVAL, CURRENCY))
                .set(Kind.RETENTION, event.retainUntil())
                .done();
    }

    @SafeVarargs
    private static Set<Kind> all(Set<Kind>... groups) {
        Set<Kind> all = EnumSet.noneOf(Kind.class);
        for (Set<Kind> group : groups) {
            all.addAll(group);
        }
        return all;
    }

    private void amended(@Nullable String amendment, EventContext context) {
        if (amendment != null) {
            deadlines.cancel(PUBLISHING, amendment, Stamp.of(context).afterOthers());
        }
    }
}
