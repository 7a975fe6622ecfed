package org.prakat.publishing.domain;

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
import org.prakat.common.event.Extended;
import org.prakat.common.event.Person;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Replaced;
import org.prakat.common.event.Returned;

/**
 * What becomes of an approved request about an item that stands on the site: to extend it, to replace it, or to remove it
 * early.
 *
 * @param rules of the office and of the guideline by which the amendment was judged
 */
public record Amending(Publication item, SiteRules rules) {

    /** What the webmaster fills in: check 3.1. */
    public record Execution(boolean checked, @Nullable String remark) {}

    /** Takes over what the approver allowed. It is carried out by the webmaster, or returned. */
    public static Result<Change<Publication>> take(Publication item, Amendment amendment) {
        return item.standing() == null
                ? Publication.illegal()
                : Result.ok(Change.quiet(item.with(item.upkeep().with(amendment))));
    }

    /** The approval of an amendment is in writing now. */
    public static Result<Change<Publication>> confirmed(Publication item, String requestId) {
        return item.upkeep()
                .amendment(requestId)
                .map(found -> Result.ok(Change.quiet(item.with(item.upkeep().with(found.asConfirmed())))))
                .orElseGet(Publication::illegal);
    }

    /** An amendment is off: its owner took it back, or its approver did not confirm it. */
    public static Result<Change<Publication>> drop(Publication item, String requestId) {
        return item.upkeep().amendment(requestId).isPresent()
                ? Result.ok(Change.quiet(item.with(item.upkeep().without(requestId))))
                : Publication.illegal();
    }

    /** Carries it out. An extension comes too late when the item has gone, and that is decided here and now. */
    public Result<Change<Publication>> execute(
            Person webmaster,
            Optional<AppointmentOrderDefined> order,
            String requestId,
            Execution execution,
            Instant now) {
        Optional<Amendment> found = item.upkeep().amendment(requestId);
        if (found.isEmpty()) {
            return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
        }
        Optional<Refusal> refusal = refusal(found.get(), webmaster, order, execution, now);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        WebmasterCheck check = new WebmasterCheck(webmaster, order.orElseThrow().reference(), now, execution.remark());
        return switch (found.get().kind()) {
            case EXTEND -> extend(found.get(), check);
            case REPLACE -> replace(found.get(), check);
            case REMOVE -> remove(found.get(), check);
        };
    }

    private Optional<Refusal> refusal(
            Amendment amendment,
            Person webmaster,
            Optional<AppointmentOrderDefined> order,
            Execution execution,
            Instant now) {
        Optional<Refusal> forbidden = item.refusalOf(webmaster, order);
        if (forbidden.isPresent()) {
            return forbidden;
        }
        if (webmaster.id().equals(amendment.assignment().approver().id())
                && !rules.office().approverMayPublish()) {
            return Optional.of(Refusal.of(Reason.FORBIDDEN, "APPROVER_MAY_NOT_PUBLISH"));
        }
        if (!execution.checked()) {
            return Optional.of(Refusal.invalid(List.of(new Fault("checked", "CHECK_REQUIRED"))));
        }
        if (!amendment.assignment().isAsApproved()) {
            return Optional.of(Refusal.of(Reason.RULE, "DIGEST_MISMATCH"));
        }
        if (!amendment.confirmed()) {
            return Optional.of(Refusal.of(Reason.RULE, "CONFIRMATION_DUE"));
        }
        return item.isPublicAt(now) ? Optional.empty() : Optional.of(Refusal.of(Reason.RULE, "NO_LONGER_ON_SITE"));
    }

    private Result<Change<Publication>> extend(Amendment amendment, WebmasterCheck check) {
        Instant running = item.requireStanding().expiresAt();
        if (running == null) {
            return Result.refused(Reason.RULE, "HAS_NO_END");
        }
        Instant end = Standing.extendedEnd(amendment.assignment().publicationPeriod(), running, check.at());
        if (end != null && !end.isAfter(running)) {
            return Result.refused(Reason.RULE, "NOT_LONGER");
        }
        return Result.ok(new Change<>(
                item.with(item.requireStanding().until(end), item.upkeep().without(amendment.requestId())),
                new Extended(
                        item.id(),
                        item.assignment().revision(),
                        amendment.requestId(),
                        check.webmaster(),
                        check.order(),
                        end,
                        rules.remindAt(end, check.at()))));
    }

    private Result<Change<Publication>> replace(Amendment amendment, WebmasterCheck check) {
        Standing before = item.requireStanding();
        Standing place = before.anew(amendment.assignment().publicationPeriod(), check.at());
        if (place.isOverAt(check.at())) {
            return Result.refused(Reason.RULE, "PERIOD_IS_OVER");
        }
        Due currencyCheck = rules.currencyCheck(check.at());
        Version old = new Version(item.assignment(), item.check(), before.publishedFrom(), check.at());
        Publication replaced = item.replaced(
                amendment.assignment(),
                check,
                place,
                item.upkeep().replaced(old, amendment.requestId(), currencyCheck));
        return Result.ok(new Change<>(
                replaced,
                new Replaced(
                        item.id(),
                        item.assignment().revision(),
                        amendment.requestId(),
                        check.webmaster(),
                        check.order(),
                        amendment.assignment().form().title(),
                        check.at(),
                        place.expiresAt(),
                        rules.remindAt(place.expiresAt(), check.at()),
                        currencyCheck)));
    }

    private Result<Change<Publication>> remove(Amendment amendment, WebmasterCheck check) {
        String explanation = Optional.ofNullable(amendment.assignment().form().remark())
                .orElseGet(() -> amendment.assignment().form().summary());
        TakeDown made = new TakeDown(
                Removed.Cause.WITHDRAWN, explanation, check.webmaster(), check.order(), null, null, check.at());
        Publication done = item.with(item.upkeep().without(amendment.requestId()));
        return Result.ok(new OnSite(done, rules).down(made, amendment.requestId()));
    }

    /** Sends the amendment back to its owner. */
    public Result<Change<Publication>> sendBack(
            Person webmaster, Optional<AppointmentOrderDefined> order, String requestId, ReturnReasons reasons) {
        Optional<Amendment> found = item.upkeep().amendment(requestId);
        if (found.isEmpty()) {
            return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
        }
        Optional<Refusal> refusal = item.refusalOf(webmaster, order);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        return reasons.checked()
                .map(told -> new Change<>(
                        item.with(item.upkeep().without(requestId)),
                        new Returned(
                                requestId,
                                found.get().assignment().revision(),
                                webmaster,
                                order.orElseThrow().reference(),
                                told)));
    }
}
