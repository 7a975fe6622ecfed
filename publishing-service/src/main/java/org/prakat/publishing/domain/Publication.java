package org.prakat.publishing.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.FiscalYear;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Person;

/**
 * What is to stand, stands or stood on the public site (step 3). Its id is the request's, so its address never changes. What
 * may be done with it stands in {@link Publishing}, {@link OnSite}, {@link Amending} and {@link Removing}.
 *
 * @param check the webmaster's check 3.1, once it was made
 * @param publishAt when a scheduled item is to appear, UTC
 * @param standing set once it was published
 * @param confirmed whether its approval is in writing
 * @param takeDown why it left the site before its end, if it did
 * @param removal the record of its removal, once its files had left
 * @param assignedAt UTC
 */
public record Publication(
        String id,
        PublicationStatus status,
        Assignment assignment,
        @Nullable WebmasterCheck check,
        @Nullable Instant publishAt,
        @Nullable Standing standing,
        boolean confirmed,
        Upkeep upkeep,
        @Nullable TakeDown takeDown,
        @Nullable RemovalRecord removal,
        Instant assignedAt) {

    /** Begins with what the approver handed over. */
    public static Publication of(String requestId, Assignment assignment, Instant now) {
        return new Publication(
                requestId,
                PublicationStatus.ASSIGNED,
                assignment,
                null,
                null,
                null,
                assignment.verbal() == null,
                Upkeep.NONE,
                null,
                null,
                now);
    }

    public String office() {
        return assignment.form().office();
    }

    /** A text as it reads now, with all corrections. */
    public String text(Correction.Field field) {
        return upkeep.correctedText(field).orElseGet(() -> field.of(assignment.form()));
    }

    /** Its permanent path on the site. */
    public String address() {
        return "/items/" + id;
    }

    /** The one rule of what is public: published, from its first moment, and before its last unless its removal is held. */
    public boolean isPublicAt(Instant now) {
        return status == PublicationStatus.PUBLISHED
                && standing != null
                && !now.isBefore(standing.publishedFrom())
                && (upkeep.hold() != null || !standing.isOverAt(now));
    }

    /** Whether it once stood on the site, and no longer does: its address answers with a notice. */
    public boolean isGoneAt(Instant now) {
        return standing != null && !now.isBefore(standing.publishedFrom()) && !isPublicAt(now);
    }

    /** Until when readers may keep what they read of it; null when it has no end, or its removal is held. */
    public @Nullable Instant publicUntil() {
        return standing == null || upkeep.hold() != null ? null : standing.expiresAt();
    }

    /**
     * When what is read here last changed, UTC; null when it never stood on the site. A new end of its period does not count: it
     * is no change of the information.
     */
    public @Nullable Instant lastChanged() {
        if (standing == null) {
            return null;
        }
        Stream<Instant> later = Stream.concat(
                upkeep.corrections().stream().map(Correction::at),
                upkeep.currencyChecks().stream().map(CurrencyCheck::at));
        return Stream.concat(Stream.of(standing.publishedFrom()), later)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When it would appear if nothing is decided any more: at the time that is set, or at this instant. */
    public Instant wouldAppearAt(Instant now) {
        return status == PublicationStatus.SCHEDULED ? requireNonNull(publishAt) : now;
    }

    /**
     * As it would stand on the site, for those who are to judge that beforehand; what stands or stood there is shown as it is.
     *
     * @param publishingOrder the number that it would get
     * @param from since when it would be public, UTC
     */
    public Publication asIfPublished(int publishingOrder, Instant from) {
        if (standing != null) {
            return this;
        }
        Standing place = Standing.of(assignment.category(), publishingOrder, assignment.publicationPeriod(), from);
        return copy(PublicationStatus.PUBLISHED, check, publishAt, place, confirmed, upkeep, takeDown, removal);
    }

    /** Whether it leaves the site inside a fiscal year in whose assessment it is to serve as evidence. */
    public boolean endsInAssessedYear() {
        Instant end = publicUntil();
        return end != null
                && assignment.form().evidence().stream()
                        .anyMatch(tag -> !OfficeZone.dateOf(end).isAfter(new FiscalYear(tag.fiscalYear()).lastDay()));
    }

    public Optional<Attachment> attachment(String attachmentId) {
        Stream<Attachment> pending =
                upkeep.amendments().stream().flatMap(amendment -> amendment.assignment().attachments().stream());
        return Stream.concat(assignment.attachments().stream(), pending)
                .filter(file -> file.id().equals(attachmentId))
                .findFirst();
    }

    public Optional<Attachment> attachmentNumber(int order) {
        return assignment.attachments().stream()
                .filter(file -> file.order() == order)
                .findFirst();
    }

    /** All files that it ever had on the site. */
    public List<Attachment> everyFile() {
        Stream<Attachment> earlier =
                upkeep.versions().stream().flatMap(version -> version.assignment().attachments().stream());
        return Stream.concat(earlier, assignment.attachments().stream()).toList();
    }

    /**
     * Whether this person may now act as the webmaster.
     *
     * @param order the valid order under which they act, if there is one
     */
    Optional<Refusal> refusalOf(Person webmaster, Optional<AppointmentOrderDefined> order, PublicationStatus next) {
        return refusalOf(webmaster, order)
                .or(() -> status.mayBecome(next)
                        ? Optional.empty()
                        : Optional.of(Refusal.of(Reason.RULE, "ILLEGAL_TRANSITION")));
    }

    Optional<Refusal> refusalOf(Person webmaster, Optional<AppointmentOrderDefined> order) {
        if (webmaster.id().equals(assignment.requester().id())) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN, "OWN_REQUEST"));
        }
        return order.isEmpty() ? Optional.of(Refusal.of(Reason.FORBIDDEN, "NO_VALID_ORDER")) : Optional.empty();
    }

    /** The next revision, or the approver's new decision, takes the place of one that was sent back or refused. */
    public Result<Change<Publication>> assignAnew(Assignment next, Instant now) {
        boolean decidedAnew = status == PublicationStatus.WITH_APPROVER && next.revision() == assignment.revision();
        boolean later = next.revision() > assignment.revision();
        return (later || decidedAnew) && status.mayBecome(PublicationStatus.ASSIGNED)
                ? Result.ok(Change.quiet(of(id, next, now)))
                : illegal();
    }

    /** Takes note that the owner took the request back; once it is published, that comes too late. */
    public Result<Change<Publication>> withdraw(int revision) {
        return revision == assignment.revision() && status.mayBecome(PublicationStatus.WITHDRAWN)
                ? Result.ok(Change.quiet(with(PublicationStatus.WITHDRAWN)))
                : illegal();
    }

    Publication with(PublicationStatus next) {
        return copy(next, check, publishAt, standing, confirmed, upkeep, takeDown, removal);
    }

    Publication with(PublicationStatus next, WebmasterCheck made, @Nullable Instant time) {
        return copy(next, made, time, standing, confirmed, upkeep, takeDown, removal);
    }

    Publication onSite(WebmasterCheck made, Standing place, Upkeep begun) {
        return copy(PublicationStatus.PUBLISHED, made, publishAt, place, confirmed, begun, takeDown, removal);
    }

    Publication with(Upkeep changed) {
        return copy(status, check, publishAt, standing, confirmed, changed, takeDown, removal);
    }

    Publication with(Standing place, Upkeep changed) {
        return copy(status, check, publishAt, place, confirmed, changed, takeDown, removal);
    }

    Publication withConfirmation(PublicationStatus next) {
        return copy(next, check, publishAt, standing, true, upkeep, takeDown, removal);
    }

    Publication with(TakeDown made) {
        return copy(PublicationStatus.TAKEN_DOWN, check, publishAt, standing, confirmed, upkeep, made, removal);
    }

    Publication with(RemovalRecord made) {
        return copy(PublicationStatus.REMOVED, check, publishAt, standing, confirmed, upkeep, takeDown, made);
    }

    /** A new version at the same address. */
    Publication replaced(Assignment next, WebmasterCheck made, Standing place, Upkeep changed) {
        return new Publication(
                id, status, next, made, publishAt, place, confirmed, changed, takeDown, removal, assignedAt);
    }

    private Publication copy(
            PublicationStatus next,
            @Nullable WebmasterCheck made,
            @Nullable Instant time,
            @Nullable Standing place,
            boolean inWriting,
            Upkeep changed,
            @Nullable TakeDown down,
            @Nullable RemovalRecord gone) {
        return new Publication(id, next, assignment, made, time, place, inWriting, changed, down, gone, assignedAt);
    }

    Standing requireStanding() {
        return requireNonNull(standing, "it was never on the site");
    }

    static Result<Change<Publication>> illegal() {
        return Result.refused(Reason.RULE, "ILLEGAL_TRANSITION");
    }
}
