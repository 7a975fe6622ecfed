package org.prakat.publishing.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.Due;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Returned;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.ScheduleCancelled;

/**
 * What the webmaster decides about an item that is not on the site yet (3.1, 3.2).
 *
 * @param rules of the office and of the guideline by which the request was judged
 */
public record Publishing(Publication item, SiteRules rules) {

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
                .flatMap(made -> onSite(made, now, publishingOrder, now));
    }

    /** Sets the time at which the item is to appear. */
    public Result<Change<Publication>> schedule(
            Person webmaster, Optional<AppointmentOrderDefined> order, Instruction instruction, Instant now) {
        Instant time = requireNonNull(instruction.publishAt());
        if (!time.isAfter(now)) {
            return invalid("publishAt", "IN_THE_PAST");
        }
        if (place(1, time).isOverAt(time)) {
            return invalid("publishAt", "AFTER_ITS_PERIOD");
        }
        return checked(webmaster, order, instruction, PublicationStatus.SCHEDULED, now)
                .map(made -> new Change<>(
                        item.with(PublicationStatus.SCHEDULED, made, time),
                        new PublicationScheduled(item.id(), revision(), made.webmaster(), made.order(), time)));
    }

    private Result<WebmasterCheck> checked(
            Person webmaster,
            Optional<AppointmentOrderDefined> order,
            Instruction instruction,
            PublicationStatus next,
            Instant now) {
        Optional<Refusal> refusal = item.refusalOf(webmaster, order, next).or(() -> refusalOfApprover(webmaster));
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        if (!instruction.checked()) {
            return Result.refused(Refusal.invalid(List.of(new Fault("checked", "CHECK_REQUIRED"))));
        }
        if (!item.assignment().isAsApproved()) {
            return Result.refused(Reason.RULE, "DIGEST_MISMATCH");
        }
        if (isConfirmationMissing(now)) {
            return Result.refused(Reason.RULE, "CONFIRMATION_OVERDUE");
        }
        return Result.ok(new WebmasterCheck(webmaster, order.orElseThrow().reference(), now, instruction.remark()));
    }

    /** Two pairs of eyes: who approved does not publish, unless the office allows it. */
    private Optional<Refusal> refusalOfApprover(Person webmaster) {
        boolean approved = webmaster.id().equals(item.assignment().approver().id());
        return approved && !rules.office().approverMayPublish()
                ? Optional.of(Refusal.of(Reason.FORBIDDEN, "APPROVER_MAY_NOT_PUBLISH"))
                : Optional.empty();
    }

    private boolean isConfirmationMissing(Instant now) {
        return !item.confirmed()
                && rules.office().suspendUnconfirmed()
                && item.assignment().isConfirmationOverdue(now);
    }

    /** A scheduled item appears when its time has come; its period counts from that time, however late the news of it. */
    public Result<Change<Publication>> appear(int publishingOrder, Instant now) {
        boolean due = item.status() == PublicationStatus.SCHEDULED && !now.isBefore(requireNonNull(item.publishAt()));
        if (!due) {
            return Publication.illegal();
        }
        if (isConfirmationMissing(now)) {
            return Result.refused(Reason.RULE, "CONFIRMATION_OVERDUE");
        }
        return onSite(requireNonNull(item.check()), requireNonNull(item.publishAt()), publishingOrder, now);
    }

    private Result<Change<Publication>> onSite(WebmasterCheck made, Instant from, int publishingOrder, Instant now) {
        Standing place = place(publishingOrder, from);
        if (place.isOverAt(from)) {
            return Result.refused(Reason.RULE, "PERIOD_IS_OVER");
        }
        Due currencyCheck = rules.currencyCheck(from);
        Publication published = item.onSite(made, place, item.upkeep().withCurrencyDue(currencyCheck));
        return Result.ok(new Change<>(
                published,
                new Published(
                        item.id(),
                        revision(),
                        made.webmaster(),
                        made.order(),
                        item.assignment().form().title(),
                        item.assignment().category(),
                        place.fiscalYear(),
                        place.publishingOrder(),
                        item.address(),
                        place.publishedFrom(),
                        place.expiresAt(),
                        rules.remindAt(place.expiresAt(), now),
                        currencyCheck)));
    }

    private Standing place(int publishingOrder, Instant from) {
        return Standing.of(
                item.assignment().category(), publishingOrder, item.assignment().publicationPeriod(), from);
    }

    /**
     * Calls off the time that was set; the item waits for the webmaster again.
     *
     * @param until when the webmaster is to publish now
     */
    public Result<Change<Publication>> cancelSchedule(
            Person webmaster, Optional<AppointmentOrderDefined> order, Due until) {
        Optional<Refusal> refusal = item.refusalOf(webmaster, order, PublicationStatus.ASSIGNED);
        return refusal.isPresent()
                ? Result.refused(refusal.get())
                : Result.ok(new Change<>(
                        item.with(PublicationStatus.ASSIGNED),
                        new ScheduleCancelled(
                                item.id(),
                                revision(),
                                webmaster,
                                order.orElseThrow().reference(),
                                until)));
    }

    /** Sends the request back to its owner: check 3.1 failed. */
    public Result<Change<Publication>> sendBack(
            Person webmaster, Optional<AppointmentOrderDefined> order, ReturnReasons reasons) {
        return back(webmaster, order, reasons, PublicationStatus.RETURNED)
                .map(told -> new Change<>(
                        item.with(PublicationStatus.RETURNED),
                        new Returned(
                                item.id(),
                                revision(),
                                webmaster,
                                order.orElseThrow().reference(),
                                told)));
    }

    /**
     * Sends the request back to its approver, who decides anew, on another category for example (3.1).
     *
     * @param until when the approver is to decide
     */
    public Result<Change<Publication>> sendBackToApprover(
            Person webmaster, Optional<AppointmentOrderDefined> order, ReturnReasons reasons, Due until) {
        return back(webmaster, order, reasons, PublicationStatus.WITH_APPROVER)
                .map(told -> new Change<>(
                        item.with(PublicationStatus.WITH_APPROVER),
                        new ReturnedToApprover(
                                item.id(),
                                revision(),
                                webmaster,
                                order.orElseThrow().reference(),
                                told,
                                until)));
    }

    private Result<List<RejectionReason>> back(
            Person webmaster, Optional<AppointmentOrderDefined> order, ReturnReasons reasons, PublicationStatus next) {
        Optional<Refusal> refusal = item.refusalOf(webmaster, order, next);
        return refusal.isPresent() ? Result.refused(refusal.get()) : reasons.checked();
    }

    private int revision() {
        return item.assignment().revision();
    }

    private static Result<Change<Publication>> invalid(String field, String code) {
        return Result.refused(Refusal.invalid(List.of(new Fault(field, code))));
    }
}
