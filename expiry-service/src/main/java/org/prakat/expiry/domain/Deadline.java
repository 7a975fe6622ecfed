package org.prakat.expiry.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.prakat.common.event.Event;
import org.prakat.common.event.Expired;
import org.prakat.common.event.PublicationDue;

/**
 * A moment at which something must happen to a request. It is its own outbox: it stays pending until the broker has
 * acknowledged the event that tells of it, and that event has the same id on every try.
 *
 * @param dueAt UTC
 * @param eventId fixed when the deadline is set
 */
public record Deadline(
        String id, Kind kind, String requestId, int revision, Instant dueAt, String eventId, Status status) {

    /** What happens at the moment. */
    public enum Kind {
        /** A scheduled item goes on the site. */
        PUBLICATION,
        /** The publication period ends (3.4). */
        REMOVAL
    }

    /** What has become of it. */
    public enum Status {
        PENDING,
        /** The event was told. */
        TOLD,
        /** It was no longer needed. */
        CANCELLED
    }

    /** @param dueAt rounded up to a whole millisecond, as the database keeps no more and would make it early */
    public static Deadline pending(Kind kind, String requestId, int revision, Instant dueAt) {
        return new Deadline(
                id(kind, requestId, revision),
                kind,
                requestId,
                revision,
                dueAt.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS),
                UUID.randomUUID().toString(),
                Status.PENDING);
    }

    /** One of each kind for each submission of a request. */
    public static String id(Kind kind, String requestId, int revision) {
        return kind + "/" + requestId + "/" + revision;
    }

    /** Never early: at the very moment, and after it. */
    public boolean isDue(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** What is told when the moment has come. */
    public Event event() {
        return switch (kind) {
            case PUBLICATION -> new PublicationDue(requestId, revision, dueAt);
            case REMOVAL -> new Expired(requestId, revision, dueAt);
        };
    }
}
