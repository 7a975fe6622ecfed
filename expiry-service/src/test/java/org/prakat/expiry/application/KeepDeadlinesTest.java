package org.prakat.expiry.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.prakat.common.mongo.TestDatabase;
import org.prakat.expiry.adapter.out.mongo.MongoDeadlines;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.domain.Deadline;
import org.prakat.testing.SteppedClock;

class KeepDeadlinesTest {

    private static final Instant START = Instant.parse("2026-11-25T03:00:00Z");
    private static final Person WHO = new Person("w", "วิชัย", "นักวิชาการ");
    private static final OrderReference ORDER = new OrderReference("o", "1/2570");
    private static final String AMENDMENT = "amendment";
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

    private final SteppedClock clock = new SteppedClock(START);
    private Deadlines deadlines;
    private KeepDeadlines keep;

    /** Something that happens to a request. */
    private interface Happening extends BiFunction<KeepDeadlines, EventContext, Handled> {}

    @BeforeEach
    void start() {
        MongoDatabase database = TestDatabase.empty("keep-deadlines-test");
        deadlines = new MongoDeadlines(database);
        TellWhenDue teller = new TellWhenDue(deadlines, new RecordingBroker(), late -> {}, clock);
        keep = new KeepDeadlines(deadlines, teller);
    }

    private static Instant day(int number) {
        return START.plus(Duration.ofDays(number));
    }

    private static Due due(int number) {
        return new Due(day(number).minus(Duration.ofHours(15)), day(number));
    }

    private static Happening submitted(int revision, int dueDay) {
        return (keep, context) -> keep.on(
                new RequestSubmitted("r", revision, WHO, FORM, List.of(), "d", 1, List.of(), due(dueDay)), context);
    }

    private static Happening approved(String id, int dueDay, @Nullable Integer confirmationDay) {
        VerbalApproval verbal = confirmationDay == null
                ? null
                : new VerbalApproval(WHO, START, "TELEPHONE", "พยาน", due(confirmationDay));
        return (keep, context) -> keep.on(
                new Approved(
                        id,
                        1,
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
                        due(dueDay)),
                context);
    }

    private static Happening scheduled(int dayNumber) {
        return (keep, context) -> keep.on(new PublicationScheduled("r", 1, WHO, ORDER, day(dayNumber)), context);
    }

    private static Happening published(@Nullable Integer end, @Nullable Integer check) {
        return (keep, context) -> keep.on(
                new Published(
                        "r",
                        1,
                        WHO,
                        ORDER,
                        "t",
                        "news",
                        2570,
                        1,
                        "/items/r",
                        START,
                        end == null ? null : day(end),
                        end == null ? List.of() : List.of(day(end - 30), day(end - 7)),
                        check == null ? null : due(check)),
                context);
    }

    private static Happening extended(int end) {
        return (keep, context) ->
                keep.on(new Extended("r", 1, AMENDMENT, WHO, ORDER, day(end), List.of(day(end - 7))), context);
    }

    private static Happening replaced(int end, int check) {
        return (keep, context) -> keep.on(
                new Replaced("r", 1, AMENDMENT, WHO, ORDER, "t", START, day(end), List.of(), due(check)), context);
    }

    private static final Happening WITHDRAWN =
            (keep, context) -> keep.on(new RequestWithdrawn("r", 1, WHO, "x"), context);
    private static final Happening REJECTED =
            (keep, context) -> keep.on(new Rejected("r", 1, WHO, ORDER, List.of()), context);
    private static final Happening CHANGES_REQUESTED =
            (keep, context) -> keep.on(new ChangesRequested("r", 1, WHO, ORDER, List.of()), context);
    private static final Happening CONFIRMED =
            (keep, context) -> keep.on(new VerbalApprovalConfirmed("r", 1, WHO, ORDER, List.of(), "d"), context);
    private static final Happening REFUSED =
            (keep, context) -> keep.on(new VerbalApprovalRefused("r", 1, WHO, ORDER, List.of()), context);
    private static final Happening CANCELLED =
            (keep, context) -> keep.on(new ScheduleCancelled("r", 1, WHO, ORDER), context);
    private static final Happening RETURNED =
            (keep, context) -> keep.on(new Returned("r", 1, WHO, ORDER, List.of()), context);
    private static final Happening RETURNED_TO_APPROVER =
            (keep, context) -> keep.on(new ReturnedToApprover("r", 1, WHO, ORDER, List.of()), context);
    private static final Happening CURRENT =
            (keep, context) -> keep.on(new CurrencyConfirmed("r", 1, WHO, START, due(200)), context);
    private static final Happening TAKEN_DOWN = (keep, context) ->
            keep.on(new TakenDown("r", 1, Removed.Cause.WITHDRAWN, "x", WHO, ORDER, null, day(50)), context);
    private static final Happening RELEASED =
            (keep, context) -> keep.on(new HoldReleased("r", 1, WHO, ORDER, day(120)), context);
    private static final Happening REMOVED =
            (keep, context) -> keep.on(new Removed("r", 1, Removed.Cause.EXPIRED, day(90), day(900)), context);

    private static Arguments story(String name, List<Happening> happenings, String... left) {
        return Arguments.of(name, happenings, List.of(left));
    }

    static Stream<Arguments> stories() {
        return Stream.of(
                story("submitted", List.of(submitted(1, 2)), "APPROVAL_OVERDUE 2", "APPROVAL_REMINDER 1"),
                story("withdrawn", List.of(submitted(1, 2), approved("r", 4, 3), scheduled(9), WITHDRAWN)),
                story("rejected", List.of(submitted(1, 2), REJECTED)),
                story(
                        "changed and submitted again",
                        List.of(submitted(1, 2), CHANGES_REQUESTED, submitted(2, 5)),
                        "APPROVAL_OVERDUE 5",
                        "APPROVAL_REMINDER 4"),
                story(
                        "approved",
                        List.of(submitted(1, 2), approved("r", 4, null)),
                        "PUBLISHING_OVERDUE 4",
                        "PUBLISHING_REMINDER 3"),
                story(
                        "approved by word of mouth",
                        List.of(submitted(1, 2), approved("r", 4, 3), published(90, null)),
                        "CONFIRMATION_OVERDUE 3",
                        "CONFIRMATION_REMINDER 2",
                        "REMOVAL 90",
                        "REMOVAL_REMINDER 60",
                        "REMOVAL_REMINDER 83"),
                story("confirmed", List.of(approved("r", 4, 3), published(null, null), CONFIRMED)),
                story("not confirmed", List.of(approved("r", 4, 3), scheduled(9), REFUSED)),
                story("returned", List.of(approved("r", 4, null), RETURNED)),
                story(
                        "returned to the approver, who approves anew",
                        List.of(approved("r", 4, null), RETURNED_TO_APPROVER, approved("r", 6, null)),
                        "PUBLISHING_OVERDUE 6",
                        "PUBLISHING_REMINDER 5"),
                story("scheduled", List.of(approved("r", 4, null), scheduled(9)), "PUBLICATION 9"),
                story("called off", List.of(approved("r", 4, null), scheduled(9), CANCELLED)),
                story("called off and set again", List.of(scheduled(9), CANCELLED, scheduled(8)), "PUBLICATION 8"),
                story(
                        "called off and set again to the same time",
                        List.of(scheduled(9), CANCELLED, scheduled(9)),
                        "PUBLICATION 9"),
                story(
                        "extended, and taken down at its first end",
                        List.of(published(50, null), extended(120), TAKEN_DOWN),
                        "REMOVAL 50"),
                story("set to another time", List.of(scheduled(9), scheduled(8)), "PUBLICATION 8"),
                story("without an end", List.of(scheduled(9), published(null, null))),
                story(
                        "current",
                        List.of(published(null, 100), CURRENT),
                        "CURRENCY_CHECK_OVERDUE 200",
                        "CURRENCY_CHECK_REMINDER 199"),
                story(
                        "extended",
                        List.of(approved(AMENDMENT, 50, null), published(90, null), extended(120)),
                        "REMOVAL 120",
                        "REMOVAL_REMINDER 113"),
                story(
                        "extended twice",
                        List.of(published(90, null), extended(120), extended(150)),
                        "REMOVAL 150",
                        "REMOVAL_REMINDER 143"),
                story(
                        "replaced",
                        List.of(published(90, 100), replaced(200, 150)),
                        "CURRENCY_CHECK_OVERDUE 150",
                        "CURRENCY_CHECK_REMINDER 149",
                        "REMOVAL 200"),
                story("taken down", List.of(published(90, 100), TAKEN_DOWN), "REMOVAL 50"),
                story("released", List.of(published(null, null), RELEASED), "REMOVAL 120"),
                story("removed", List.of(published(90, 100), REMOVED), "RETENTION 900"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void eachEventSetsAndCallsOffWhatItShould(String name, List<Happening> story, List<String> left) {
        for (int i = 0; i < story.size(); i++) {
            happen(story, i);
        }

        assertThat(pending()).containsExactlyInAnyOrderElementsOf(left);
    }

    /** Every story in shuffled orders, with repetitions. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void inWhateverOrderTheEventsComeAndHoweverOftenTheResultIsTheSame(
            String name, List<Happening> story, List<String> left) {
        for (long seed : LongStream.range(0, 12).toArray()) {
            start();
            List<Integer> order = new ArrayList<>(IntStream.range(0, story.size() * 2)
                    .map(i -> i % story.size())
                    .boxed()
                    .toList());
            Collections.shuffle(order, new Random(seed));
            order.forEach(which -> happen(story, which));

            assertThat(pending()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(left);
        }
    }

    @Test
    void aReminderOfWhatIsAlmostDueAlreadyIsNotSet() {
        EventContext late = new EventContext("e", day(85), 1);

        published(90, null).apply(keep, late);

        assertThat(pending()).containsExactly("REMOVAL 90");
    }

    /** Each event a minute after the one before it, of whatever service. */
    private void happen(List<Happening> story, int which) {
        EventContext context = new EventContext("e" + which, START.plusSeconds(60L * which), 1 + which % 2);
        assertThat(story.get(which).apply(keep, context)).isEqualTo(Handled.DONE);
    }

    private List<String> pending() {
        return deadlines.pending(null, null, 100).items().stream()
                .map(KeepDeadlinesTest::described)
                .toList();
    }

    private static String described(Deadline deadline) {
        return deadline.kind() + " " + Duration.between(START, deadline.dueAt()).toDays();
    }
}
