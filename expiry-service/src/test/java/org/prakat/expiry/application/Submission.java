package org.prakat.expiry.application;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.Approved;
import org.prakat.common.event.ChangesRequested;
import org.prakat.common.event.CurrencyConfirmed;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.Due;
import org.prakat.common.event.Extended;
import org.prakat.common.event.HoldReleased;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Replaced;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Returned;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.ScheduleCancelled;
import org.prakat.common.event.TakenDown;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.event.VerbalApprovalRefused;

/** What may happen to a submission, with its moments as days after {@link #START}. */
record Submission(String id, int revision) {

    static final Instant START = Instant.parse("2026-11-25T03:00:00Z");
    static final String AMENDMENT = "amendment";

    private static final Person WHO = new Person("w", "วิชัย", "นักวิชาการ");
    private static final OrderReference ORDER = new OrderReference("o", "1/2570");
    private static final RequestForm FORM = new RequestForm(
            "t",
            "s",
            "office",
            "group",
            "news",
            "source",
            new DataPeriod(LocalDate.EPOCH, LocalDate.EPOCH),
            null,
            PublicationPeriod.days(30),
            null,
            null,
            true,
            null,
            List.of());

    /** An event, on its way to those who set deadlines. */
    interface Happening extends BiFunction<KeepDeadlines, EventContext, Handled> {}

    static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }

    /** With its reminder in the afternoon of the day before. */
    private static Due due(int number) {
        return new Due(day(number).minus(Duration.ofHours(15)), day(number));
    }

    Happening submitted(int decideUntil) {
        return (keep, context) -> keep.on(
                new RequestSubmitted(id, revision, WHO, FORM, List.of(), "d", 1, List.of(), due(decideUntil)), context);
    }

    Happening withdrawn() {
        return (keep, context) -> keep.on(new RequestWithdrawn(id, revision, WHO, "x"), context);
    }

    Happening approved(int publishUntil) {
        return approved(publishUntil, null);
    }

    Happening approvedByWord(int publishUntil, int confirmUntil) {
        return approved(publishUntil, new VerbalApproval(WHO, START, "TELEPHONE", "พยาน", due(confirmUntil)));
    }

    private Happening approved(int publishUntil, @Nullable VerbalApproval verbal) {
        return (keep, context) -> keep.on(
                new Approved(
                        id,
                        revision,
                        WHO,
                        WHO,
                        ORDER,
                        List.of(),
                        "news",
                        PublicationPeriod.days(30),
                        WHO,
                        null,
                        FORM,
                        List.of(),
                        "d",
                        1,
                        List.of(),
                        null,
                        verbal,
                        due(publishUntil)),
                context);
    }

    Happening rejected() {
        return (keep, context) -> keep.on(new Rejected(id, revision, WHO, ORDER, List.of()), context);
    }

    Happening changesRequested() {
        return (keep, context) -> keep.on(new ChangesRequested(id, revision, WHO, ORDER, List.of()), context);
    }

    Happening confirmed() {
        return (keep, context) ->
                keep.on(new VerbalApprovalConfirmed(id, revision, WHO, ORDER, List.of(), "d"), context);
    }

    Happening refused() {
        return (keep, context) -> keep.on(new VerbalApprovalRefused(id, revision, WHO, ORDER, List.of()), context);
    }

    Happening scheduled(int publishAt) {
        return (keep, context) -> keep.on(new PublicationScheduled(id, revision, WHO, ORDER, day(publishAt)), context);
    }

    Happening scheduleCancelled(int publishUntil) {
        return (keep, context) -> keep.on(new ScheduleCancelled(id, revision, WHO, ORDER, due(publishUntil)), context);
    }

    Happening returned() {
        return (keep, context) -> keep.on(new Returned(id, revision, WHO, ORDER, List.of()), context);
    }

    Happening returnedToApprover(int decideUntil) {
        return (keep, context) ->
                keep.on(new ReturnedToApprover(id, revision, WHO, ORDER, List.of(), due(decideUntil)), context);
    }

    Happening published(@Nullable Integer end, @Nullable Integer checkUntil) {
        return (keep, context) -> keep.on(
                new Published(
                        id,
                        revision,
                        WHO,
                        ORDER,
                        "t",
                        "news",
                        2570,
                        1,
                        "/items/" + id,
                        START,
                        end == null ? null : day(end),
                        end == null ? List.of() : List.of(day(end - 30), day(end - 7)),
                        checkUntil == null ? null : due(checkUntil)),
                context);
    }

    Happening current(@Nullable Integer checkUntil) {
        Due next = checkUntil == null ? null : due(checkUntil);
        return (keep, context) -> keep.on(new CurrencyConfirmed(id, revision, WHO, START, next), context);
    }

    Happening extended(@Nullable Integer end) {
        return (keep, context) -> keep.on(
                new Extended(
                        id,
                        revision,
                        AMENDMENT,
                        WHO,
                        ORDER,
                        end == null ? null : day(end),
                        end == null ? List.of() : List.of(day(end - 7))),
                context);
    }

    Happening replaced(@Nullable Integer end, @Nullable Integer checkUntil) {
        return (keep, context) -> keep.on(
                new Replaced(
                        id,
                        revision,
                        AMENDMENT,
                        WHO,
                        ORDER,
                        "t",
                        START,
                        end == null ? null : day(end),
                        end == null ? List.of() : List.of(day(end - 7)),
                        checkUntil == null ? null : due(checkUntil)),
                context);
    }

    Happening takenDown(int at, @Nullable String amendment) {
        return (keep, context) -> keep.on(
                new TakenDown(id, revision, Removed.Cause.WITHDRAWN, "x", WHO, ORDER, amendment, day(at)), context);
    }

    Happening released(int at) {
        return (keep, context) -> keep.on(new HoldReleased(id, revision, WHO, ORDER, day(at)), context);
    }

    Happening removed(int since, @Nullable Integer retainUntil) {
        return (keep, context) -> keep.on(
                new Removed(
                        id, revision, Removed.Cause.EXPIRED, day(since), retainUntil == null ? null : day(retainUntil)),
                context);
    }
}
