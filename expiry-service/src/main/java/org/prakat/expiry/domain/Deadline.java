package org.prakat.expiry.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.prakat.common.event.Event;
import org.prakat.common.event.Expired;
import org.prakat.common.event.ExpiryNear;
import org.prakat.common.event.ProcedureStep;
import org.prakat.common.event.PublicationDue;
import org.prakat.common.event.RetentionEnded;
import org.prakat.common.event.StepDueSoon;
import org.prakat.common.event.StepOverdue;

/**
 * A moment at which something must happen to a request. It is its own outbox: it stays pending until the broker has
 * acknowledged the event that tells of it, and that event has the same id on every try.
 *
 * @param id made of what it is for, its moment and what set it: what is called off may be set again for the same moment
 * @param about the moment that is told of, UTC: of a reminder the later one of which it reminds, else {@code dueAt}
 * @param dueAt when it is told, UTC
 * @param set by which event it was set
 * @param eventId fixed when the deadline is set
 */
public record Deadline(
        String id,
        Kind kind,
        String requestId,
        int revision,
        Instant about,
        Instant dueAt,
        Stamp set,
        String eventId,
        Status status) {

    /** What happens at the moment. */
    public enum Kind {
        /** A scheduled item goes on the site. */
        PUBLICATION,
        /** The publication period ends (3.4). */
        REMOVAL,
        REMOVAL_REMINDER,
        APPROVAL_REMINDER,
        /** The approver has not decided in time (step 2). */
        APPROVAL_OVERDUE,
        CONFIRMATION_REMINDER,
        /** What was approved by word of mouth was not confirmed in time (2.2). */
        CONFIRMATION_OVERDUE,
        PUBLISHING_REMINDER,
        /** The webmaster has not published in time (3.2). */
        PUBLISHING_OVERDUE,
        CURRENCY_CHECK_REMINDER,
        /** Nobody has confirmed in time that the item is current (3.3). */
        CURRENCY_CHECK_OVERDUE,
        /** The archive need not keep the item any longer. */
        RETENTION;

        /** Whether it is pointless once its moment lies behind. */
        public boolean isReminder() {
            return name().endsWith("_REMINDER");
        }
    }

    /** What has become of it. */
    public enum Status {
        PENDING,
        /** The event was told. */
        TOLD,
        /** It was no longer needed. */
        CANCELLED
    }

    /** Of something that happens at the moment itself. */
    public static Deadline pending(Kind kind, String requestId, int revision, Instant at, Stamp set) {
        return pending(kind, requestId, revision, at, at, set);
    }

    /**
     * @param about what is told of
     * @param dueAt rounded up to a whole millisecond, as the database keeps no more and would make it early
     */
    public static Deadline pending(Kind kind, String requestId, int revision, Instant about, Instant dueAt, Stamp set) {
        Instant rounded = dueAt.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
        return new Deadline(
                kind + "/" + requestId + "/" + revision + "/" + rounded + "/" + set.at() + "/" + set.sequence(),
                kind,
                requestId,
                revision,
                about,
                rounded,
                set,
                UUID.randomUUID().toString(),
                Status.PENDING);
    }

    /** Never early: at the very moment, and after it. */
    public boolean isDue(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** Whether telling it serves nobody any more: a reminder of what has come already. */
    public boolean isPointless(Instant now) {
        return kind.isReminder() && !now.isBefore(about);
    }

    /** What is told when the moment has come. */
    public Event event() {
        return switch (kind) {
            case PUBLICATION -> new PublicationDue(requestId, revision, about);
            case REMOVAL -> new Expired(requestId, revision, about);
            case REMOVAL_REMINDER -> new ExpiryNear(requestId, revision, about);
            case APPROVAL_REMINDER -> new StepDueSoon(requestId, revision, ProcedureStep.APPROVAL, about);
            case APPROVAL_OVERDUE -> new StepOverdue(requestId, revision, ProcedureStep.APPROVAL, about);
            case CONFIRMATION_REMINDER -> new StepDueSoon(requestId, revision, ProcedureStep.CONFIRMATION, about);
            case CONFIRMATION_OVERDUE -> new StepOverdue(requestId, revision, ProcedureStep.CONFIRMATION, about);
            case PUBLISHING_REMINDER -> new StepDueSoon(requestId, revision, ProcedureStep.PUBLISHING, about);
            case PUBLISHING_OVERDUE -> new StepOverdue(requestId, revision, ProcedureStep.PUBLISHING, about);
            case CURRENCY_CHECK_REMINDER -> new StepDueSoon(requestId, revision, ProcedureStep.CURRENCY_CHECK, about);
            case CURRENCY_CHECK_OVERDUE -> new StepOverdue(requestId, revision, ProcedureStep.CURRENCY_CHECK, about);
            case RETENTION -> new RetentionEnded(requestId, revision, about);
        };
    }
}
