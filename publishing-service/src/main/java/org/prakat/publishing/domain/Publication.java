package org.prakat.publishing.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Returned;

/**
 * What is to stand, stands or stood on the public site (step 3). Its id is the request's, so its address never changes.
 *
 * @param check the webmaster's check 3.1, once it was made
 * @param publishAt when a scheduled item is to appear, UTC
 * @param standing set once it was published
 * @param removedAt when its files had left the site, UTC
 * @param assignedAt UTC
 * @param searchText what the search of the site looks through, in lower case
 */
public record Publication(
        String id,
        PublicationStatus status,
        Assignment assignment,
        @Nullable WebmasterCheck check,
        @Nullable Instant publishAt,
        @Nullable Standing standing,
        @Nullable Instant removedAt,
        Instant assignedAt,
        String searchText) {

    /** Begins with what the approver handed over. */
    public static Publication of(String requestId, Assignment assignment, Instant now) {
        return new Publication(
                requestId, PublicationStatus.ASSIGNED, assignment, null, null, null, null, now, searchText(assignment));
    }

    private static String searchText(Assignment assignment) {
        StringBuilder text = new StringBuilder()
                .append(assignment.form().title())
                .append('\n')
                .append(assignment.form().summary())
                .append('\n')
                .append(assignment.form().source());
        assignment.attachments().forEach(file -> text.append('\n').append(file.fileName()));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    public String office() {
        return assignment.form().office();
    }

    public boolean isPublicAt(Instant now) {
        return status == PublicationStatus.PUBLISHED && standing != null && standing.isPublicAt(now);
    }

    /** Whether it once stood on the site, and no longer does: its address answers with a notice. */
    public boolean isGoneAt(Instant now) {
        return standing != null && !now.isBefore(standing.publishedFrom()) && !isPublicAt(now);
    }

    public Optional<Attachment> attachment(String attachmentId) {
        return assignment.attachments().stream()
                .filter(file -> file.id().equals(attachmentId))
                .findFirst();
    }

    public Optional<Attachment> attachmentNumber(int order) {
        return assignment.attachments().stream()
                .filter(file -> file.order() == order)
                .findFirst();
    }

    /** The next revision takes the place of one that was sent back. */
    public Result<Change<Publication>> assignAnew(Assignment next, Instant now) {
        boolean later = next.revision() > assignment.revision();
        return later && status.mayBecome(PublicationStatus.ASSIGNED)
                ? Result.ok(Change.quiet(of(id, next, now)))
                : illegal();
    }

    /**
     * Whether this person may put it on the site or send it back now.
     *
     * @param order the valid order under which they act, if there is one
     */
    private Optional<Refusal> refusalOf(
            Person webmaster, Optional<AppointmentOrderDefined> order, PublicationStatus next) {
        if (webmaster.id().equals(assignment.requester().id())) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN, "OWN_REQUEST"));
        }
        if (order.isEmpty()) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN, "NO_VALID_ORDER"));
        }
        return status.mayBecome(next) ? Optional.empty() : Optional.of(Refusal.of(Reason.RULE, "ILLEGAL_TRANSITION"));
    }

    /** What the webmaster fills in: check 3.1, and when the item is to appear; at once when no time is given. */
    public record Instruction(boolean checked, @Nullable String remark, @Nullable Instant publishAt) {}

    /** Puts the item on the site at once (3.2), with the next number of its category. */
    public Result<Change<Publication>> publish(
            Person webmaster,
            Optional<AppointmentOrderDefined> order,
            Instruction instruction,
            int publishingOrder,
            Instant now) {
        return checked(webmaster, order, instruction, PublicationStatus.PUBLISHED, now)
                .flatMap(made -> onSite(made, now, publishingOrder));
    }

    /** Sets the time at which the item is to appear. */
    public Result<Change<Publication>> schedule(
            Person webmaster, Optional<AppointmentOrderDefined> order, Instruction instruction, Instant now) {
        Instant time = requireNonNull(instruction.publishAt());
        if (!time.isAfter(now)) {
            return Result.refused(Refusal.invalid(List.of(new Fault("publishAt", "IN_THE_PAST"))));
        }
        if (Standing.of(assignment.category(), 1, assignment.publicationPeriod(), time)
                .isOverAt(time)) {
            return Result.refused(Refusal.invalid(List.of(new Fault("publishAt", "AFTER_ITS_PERIOD"))));
        }
        return checked(webmaster, order, instruction, PublicationStatus.SCHEDULED, now)
                .map(made -> new Change<>(
                        new Publication(
                                id,
                                PublicationStatus.SCHEDULED,
                                assignment,
                                made,
                                time,
                                null,
                                null,
                                assignedAt,
                                searchText),
                        new PublicationScheduled(id, assignment.revision(), made.webmaster(), made.order(), time)));
    }

    private Result<WebmasterCheck> checked(
            Person webmaster,
            Optional<AppointmentOrderDefined> order,
            Instruction instruction,
            PublicationStatus next,
            Instant now) {
        Optional<Refusal> refusal = refusalOf(webmaster, order, next);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        if (!instruction.checked()) {
            return Result.refused(Refusal.invalid(List.of(new Fault("checked", "CHECK_REQUIRED"))));
        }
        if (!assignment.isAsApproved()) {
            return Result.refused(Reason.RULE, "DIGEST_MISMATCH");
        }
        return Result.ok(new WebmasterCheck(webmaster, order.orElseThrow().reference(), now, instruction.remark()));
    }

    /** A scheduled item appears when its time has come; its period counts from that time, however late the news of it. */
    public Result<Change<Publication>> appear(int publishingOrder, Instant now) {
        if (status != PublicationStatus.SCHEDULED || now.isBefore(requireNonNull(publishAt))) {
            return illegal();
        }
        return onSite(requireNonNull(check), requireNonNull(publishAt), publishingOrder);
    }

    private Result<Change<Publication>> onSite(WebmasterCheck made, Instant from, int publishingOrder) {
        Standing place = Standing.of(assignment.category(), publishingOrder, assignment.publicationPeriod(), from);
        if (place.isOverAt(from)) {
            return Result.refused(Reason.RULE, "PERIOD_IS_OVER");
        }
        Publication published = new Publication(
                id, PublicationStatus.PUBLISHED, assignment, made, publishAt, place, null, assignedAt, searchText);
        return Result.ok(new Change<>(
                published,
                new Published(
                        id,
                        assignment.revision(),
                        made.webmaster(),
                        made.order(),
                        assignment.form().title(),
                        assignment.category(),
                        place.fiscalYear(),
                        place.publishingOrder(),
                        address(),
                        place.publishedFrom(),
                        place.expiresAt(),
                        List.of(),
                        null)));
    }

    /** Its permanent path on the site. */
    public String address() {
        return "/items/" + id;
    }

    /** Sends the request back to its owner: check 3.1 failed. */
    public Result<Change<Publication>> sendBack(
            Person webmaster, Optional<AppointmentOrderDefined> order, List<RejectionReason> reasons) {
        Optional<Refusal> refusal = refusalOf(webmaster, order, PublicationStatus.RETURNED);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        List<Fault> faults = new ArrayList<>();
        if (reasons.isEmpty()) {
            faults.add(new Fault("reasons", "REQUIRED"));
        }
        for (int i = 0; i < reasons.size(); i++) {
            if (reasons.get(i).explanation().isBlank()) {
                faults.add(new Fault("reasons[" + i + "].explanation", "REQUIRED"));
            }
        }
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        return Result.ok(new Change<>(
                with(PublicationStatus.RETURNED),
                new Returned(
                        id,
                        assignment.revision(),
                        webmaster,
                        order.orElseThrow().reference(),
                        reasons)));
    }

    /** Takes note that the owner took the request back; once it is published, that comes too late. */
    public Result<Change<Publication>> withdraw(int revision) {
        return revision == assignment.revision() && status.mayBecome(PublicationStatus.WITHDRAWN)
                ? Result.ok(Change.quiet(with(PublicationStatus.WITHDRAWN)))
                : illegal();
    }

    /** Takes note that the period has ended and that the files are in the archive (3.4). */
    public Result<Change<Publication>> remove(Instant now) {
        if (!status.mayBecome(PublicationStatus.REMOVED)
                || requireNonNull(standing).isPublicAt(now)) {
            return illegal();
        }
        Publication removed = new Publication(
                id, PublicationStatus.REMOVED, assignment, check, publishAt, standing, now, assignedAt, searchText);
        return Result.ok(new Change<>(
                removed,
                new Removed(
                        id, assignment.revision(), Removed.Cause.EXPIRED, requireNonNull(standing.expiresAt()), null)));
    }

    private Publication with(PublicationStatus next) {
        return new Publication(id, next, assignment, check, publishAt, standing, removedAt, assignedAt, searchText);
    }

    private static Result<Change<Publication>> illegal() {
        return Result.refused(Reason.RULE, "ILLEGAL_TRANSITION");
    }
}
