package org.prakat.publishing.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.Corrected;
import org.prakat.common.event.CurrencyConfirmed;
import org.prakat.common.event.Due;
import org.prakat.common.event.HoldReleased;
import org.prakat.common.event.Person;
import org.prakat.common.event.RemovalHeld;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Resumed;
import org.prakat.common.event.Suspended;
import org.prakat.common.event.TakenDown;

/**
 * What is decided about an item that stands on the site (3.3), up to its way off it.
 *
 * @param rules of the office and of the guideline by which the request was judged
 */
public record OnSite(Publication item, SiteRules rules) {

    private static final int LONGEST_EXPLANATION = 2_000;

    /** What is to be read instead. */
    public record NewText(@Nullable String field, @Nullable String text) {}

    /** Puts a slip in the text right. The file and all that decides something need a new version. */
    public Result<Change<Publication>> correct(
            Person webmaster, Optional<AppointmentOrderDefined> order, NewText correction, Instant now) {
        Optional<Refusal> refusal = refusal(webmaster, order, now);
        if (refusal.isPresent()) {
            return Result.refused(refusal.get());
        }
        Optional<Correction.Field> field =
                Optional.ofNullable(correction.field()).flatMap(Correction.Field::named);
        String text = Optional.ofNullable(correction.text()).orElse("").strip();
        List<Fault> faults = faults(field, text);
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        Correction made = new Correction(
                field.orElseThrow(),
                item.text(field.orElseThrow()),
                text,
                webmaster,
                order.orElseThrow().reference(),
                now);
        return Result.ok(new Change<>(
                item.with(item.upkeep().with(made)),
                new Corrected(
                        item.id(),
                        revision(),
                        webmaster,
                        made.order(),
                        made.field().formField(),
                        made.before(),
                        made.after(),
                        item.assignment().approver())));
    }

    private List<Fault> faults(Optional<Correction.Field> field, String text) {
        List<Fault> faults = new ArrayList<>();
        if (field.isEmpty()) {
            faults.add(new Fault("field", "UNKNOWN"));
        } else if (text.codePointCount(0, text.length()) > field.get().longest()) {
            faults.add(new Fault(
                    "text", "TOO_LONG", Map.of("max", String.valueOf(field.get().longest()))));
        } else if (text.equals(item.text(field.get()))) {
            faults.add(new Fault("text", "NOTHING_CHANGED"));
        }
        if (text.isEmpty()) {
            faults.add(new Fault("text", "REQUIRED"));
        }
        return faults;
    }

    /** Confirms that it is still current (3.3): the owner, or a webmaster under their order. */
    public Result<Change<Publication>> confirmCurrent(
            Person who, Optional<AppointmentOrderDefined> order, Instant now) {
        boolean owner = who.id().equals(item.assignment().requester().id());
        if (!owner && order.isEmpty()) {
            return Result.refused(Reason.FORBIDDEN, "NO_VALID_ORDER");
        }
        if (!item.isPublicAt(now)) {
            return Publication.illegal();
        }
        Due next = rules.currencyCheck(now);
        return Result.ok(new Change<>(
                item.with(item.upkeep().with(new CurrencyCheck(who, now), next)),
                new CurrencyConfirmed(item.id(), revision(), who, now, next)));
    }

    /** Stops the coming removal. */
    public Result<Change<Publication>> hold(
            Person who, Optional<AppointmentOrderDefined> order, @Nullable String reason, Instant now) {
        if (order.isEmpty()) {
            return Result.refused(Reason.FORBIDDEN, "NO_VALID_ORDER");
        }
        if (!item.isPublicAt(now) || item.upkeep().hold() != null) {
            return Publication.illegal();
        }
        return explained("reason", reason).map(words -> {
            Hold made = new Hold(words, who, order.get().reference(), now);
            return new Change<>(
                    item.with(item.upkeep().withHold(made)),
                    new RemovalHeld(item.id(), revision(), who, made.order(), words));
        });
    }

    /** Lets the removal go its way; an end that has passed meanwhile takes effect at once. */
    public Result<Change<Publication>> release(Person who, Optional<AppointmentOrderDefined> order, Instant now) {
        if (order.isEmpty()) {
            return Result.refused(Reason.FORBIDDEN, "NO_VALID_ORDER");
        }
        if (item.upkeep().hold() == null || item.status() == PublicationStatus.REMOVED) {
            return Publication.illegal();
        }
        return Result.ok(new Change<>(
                item.with(item.upkeep().withHold(null)),
                new HoldReleased(item.id(), revision(), who, order.get().reference(), now)));
    }

    /** What is filled in to take an item off the site at once. */
    public record Order(
            Removed.@Nullable Cause cause,
            @Nullable String explanation,
            @Nullable String successor,
            @Nullable String notice) {}

    /**
     * Takes the item off the site at once.
     *
     * @param knownSuccessor whether the successor that the order names stands on the site
     */
    public Result<Change<Publication>> takeDown(
            Person who, Optional<AppointmentOrderDefined> duty, Order order, boolean knownSuccessor, Instant now) {
        if (duty.isEmpty()) {
            return Result.refused(Reason.FORBIDDEN, "NO_VALID_ORDER");
        }
        if (!item.status().mayBecome(PublicationStatus.TAKEN_DOWN)) {
            return Publication.illegal();
        }
        List<Fault> faults = faults(order, knownSuccessor);
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        return explained("explanation", order.explanation())
                .map(words -> down(
                        new TakeDown(
                                Optional.ofNullable(order.cause()).orElseThrow(),
                                words,
                                who,
                                duty.get().reference(),
                                order.successor(),
                                order.notice(),
                                now),
                        null));
    }

    private List<Fault> faults(Order order, boolean knownSuccessor) {
        List<Fault> faults = new ArrayList<>();
        boolean replaced = order.cause() == Removed.Cause.REPLACED;
        if (order.cause() == null) {
            faults.add(new Fault("cause", "REQUIRED"));
        } else if (order.cause() == Removed.Cause.EXPIRED || order.cause() == Removed.Cause.APPROVAL_REFUSED) {
            faults.add(new Fault("cause", "NOT_A_PERSONS_DECISION"));
        }
        if (replaced && order.successor() == null) {
            faults.add(new Fault("successor", "REQUIRED"));
        } else if (replaced && !knownSuccessor) {
            faults.add(new Fault("successor", "UNKNOWN"));
        } else if (!replaced && order.successor() != null) {
            faults.add(new Fault("successor", "ONLY_WHEN_REPLACED"));
        }
        return faults;
    }

    Change<Publication> down(TakeDown made, @Nullable String amendment) {
        return new Change<>(
                item.with(made),
                new TakenDown(
                        item.id(),
                        revision(),
                        made.cause(),
                        made.explanation(),
                        made.by(),
                        made.order(),
                        amendment,
                        made.at()));
    }

    /** The confirmation in writing of a verbal approval is overdue: off the site until it comes, if the office wants it so. */
    public Result<Change<Publication>> confirmationOverdue(int revision, Instant now) {
        boolean concerned = revision == revision()
                && !item.confirmed()
                && rules.office().suspendUnconfirmed()
                && item.status().mayBecome(PublicationStatus.SUSPENDED);
        return concerned
                ? Result.ok(
                        new Change<>(item.with(PublicationStatus.SUSPENDED), new Suspended(item.id(), revision, now)))
                : Publication.illegal();
    }

    /** The approver confirmed in writing. */
    public Result<Change<Publication>> confirmed(int revision, Instant now) {
        if (revision != revision() || item.confirmed()) {
            return Publication.illegal();
        }
        return item.status() == PublicationStatus.SUSPENDED
                ? Result.ok(new Change<>(
                        item.withConfirmation(PublicationStatus.PUBLISHED), new Resumed(item.id(), revision, now)))
                : Result.ok(Change.quiet(item.withConfirmation(item.status())));
    }

    /** The approver did not confirm: it does not go on the site, or leaves it at once. */
    public Result<Change<Publication>> notConfirmed(int revision, String explanation, Instant now) {
        if (revision != revision() || item.confirmed()) {
            return Publication.illegal();
        }
        if (item.status().mayBecome(PublicationStatus.TAKEN_DOWN)) {
            return Result.ok(
                    down(new TakeDown(Removed.Cause.APPROVAL_REFUSED, explanation, null, null, null, null, now), null));
        }
        return item.status().mayBecome(PublicationStatus.REFUSED)
                ? Result.ok(Change.quiet(item.with(PublicationStatus.REFUSED)))
                : Publication.illegal();
    }

    private Optional<Refusal> refusal(Person webmaster, Optional<AppointmentOrderDefined> order, Instant now) {
        return item.refusalOf(webmaster, order)
                .or(() -> item.isPublicAt(now)
                        ? Optional.empty()
                        : Optional.of(Refusal.of(Reason.RULE, "ILLEGAL_TRANSITION")));
    }

    private static Result<String> explained(String field, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return Result.refused(Refusal.invalid(List.of(new Fault(field, "REQUIRED"))));
        }
        if (words.length() > LONGEST_EXPLANATION) {
            Map<String, String> max = Map.of("max", String.valueOf(LONGEST_EXPLANATION));
            return Result.refused(Refusal.invalid(List.of(new Fault(field, "TOO_LONG", max))));
        }
        return Result.ok(words.strip());
    }

    private int revision() {
        return item.assignment().revision();
    }
}
