package org.prakat.expiry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.expiry.application.Submission.AMENDMENT;
import static org.prakat.expiry.application.Submission.START;
import static org.prakat.expiry.application.Submission.day;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.mongo.TestDatabase;
import org.prakat.expiry.adapter.out.mongo.MongoDeadlines;
import org.prakat.expiry.application.Submission.Happening;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.application.port.Deadlines.Selection;
import org.prakat.expiry.domain.Deadline;
import org.prakat.testing.SteppedClock;

class KeepDeadlinesTest {

    private static final Submission FIRST = new Submission("r", 1);
    private static final Submission SECOND = new Submission("r", 2);
    private static final Submission AMENDING = new Submission(AMENDMENT, 1);

    private final SteppedClock clock = new SteppedClock(START);
    private final RecordingBroker broker = new RecordingBroker();
    private Deadlines deadlines;
    private TellWhenDue teller;
    private KeepDeadlines keep;

    @BeforeEach
    void start() {
        deadlines = new MongoDeadlines(TestDatabase.empty("keep-deadlines-test"));
        teller = new TellWhenDue(deadlines, broker, late -> {}, clock, Duration.ofSeconds(20));
        keep = new KeepDeadlines(deadlines, teller, clock);
    }

    private static Arguments story(String name, List<Happening> happenings, String... left) {
        return Arguments.of(name, happenings, List.of(left));
    }

    static Stream<Arguments> stories() {
        return Stream.of(beforeTheDecision(), afterTheDecision(), onTheSite(), setAnewForTheSameMoment(), wholeLives())
                .flatMap(stories -> stories);
    }

    private static Stream<Arguments> beforeTheDecision() {
        return Stream.of(
                story("submitted", List.of(FIRST.submitted(2)), "APPROVAL_OVERDUE 2", "APPROVAL_REMINDER 1"),
                story(
                        "withdrawn",
                        List.of(FIRST.submitted(2), FIRST.approvedByWord(4, 3), FIRST.scheduled(9), FIRST.withdrawn())),
                story("rejected", List.of(FIRST.submitted(2), FIRST.rejected())),
                story(
                        "changed and submitted again",
                        List.of(FIRST.submitted(2), FIRST.changesRequested(), SECOND.submitted(5)),
                        "APPROVAL_OVERDUE 5",
                        "APPROVAL_REMINDER 4"));
    }

    private static Stream<Arguments> afterTheDecision() {
        return Stream.of(
                story(
                        "approved",
                        List.of(FIRST.submitted(2), FIRST.approved(4)),
                        "PUBLISHING_OVERDUE 4",
                        "PUBLISHING_REMINDER 3"),
                story(
                        "approved by word of mouth",
                        List.of(FIRST.submitted(2), FIRST.approvedByWord(4, 3), FIRST.published(90, null)),
                        "CONFIRMATION_OVERDUE 3",
                        "CONFIRMATION_REMINDER 2",
                        "REMOVAL 90",
                        "REMOVAL_REMINDER 60",
                        "REMOVAL_REMINDER 83"),
                story("confirmed", List.of(FIRST.approvedByWord(4, 3), FIRST.published(null, null), FIRST.confirmed())),
                story("not confirmed", List.of(FIRST.approvedByWord(4, 3), FIRST.scheduled(9), FIRST.refused())),
                story("returned", List.of(FIRST.approved(4), FIRST.returned())),
                story(
                        "returned to the approver",
                        List.of(FIRST.submitted(2), FIRST.approved(4), FIRST.returnedToApprover(6)),
                        "APPROVAL_OVERDUE 6",
                        "APPROVAL_REMINDER 5"),
                story(
                        "returned to the approver, who approves anew",
                        List.of(FIRST.approved(4), FIRST.returnedToApprover(5), FIRST.approved(6)),
                        "PUBLISHING_OVERDUE 6",
                        "PUBLISHING_REMINDER 5"),
                story(
                        "returned to the approver, who had said it by word of mouth and now writes it",
                        List.of(FIRST.approvedByWord(4, 3), FIRST.returnedToApprover(5), FIRST.approved(6)),
                        "PUBLISHING_OVERDUE 6",
                        "PUBLISHING_REMINDER 5"),
                story("scheduled", List.of(FIRST.approved(4), FIRST.scheduled(9)), "PUBLICATION 9"),
                story(
                        "called off",
                        List.of(FIRST.approved(4), FIRST.scheduled(9), FIRST.scheduleCancelled(7)),
                        "PUBLISHING_OVERDUE 7",
                        "PUBLISHING_REMINDER 6"),
                story(
                        "called off and set again",
                        List.of(FIRST.scheduled(9), FIRST.scheduleCancelled(7), FIRST.scheduled(8)),
                        "PUBLICATION 8"),
                story("set to another time", List.of(FIRST.scheduled(9), FIRST.scheduled(8)), "PUBLICATION 8"));
    }

    private static Stream<Arguments> onTheSite() {
        return Stream.of(
                story("without an end", List.of(FIRST.scheduled(9), FIRST.published(null, null))),
                story(
                        "current",
                        List.of(FIRST.published(null, 100), FIRST.current(200)),
                        "CURRENCY_CHECK_OVERDUE 200",
                        "CURRENCY_CHECK_REMINDER 199"),
                story("current for ever", List.of(FIRST.published(null, 100), FIRST.current(null))),
                story(
                        "extended",
                        List.of(AMENDING.approved(50), FIRST.published(90, null), FIRST.extended(120)),
                        "REMOVAL 120",
                        "REMOVAL_REMINDER 113"),
                story(
                        "extended twice",
                        List.of(FIRST.published(90, null), FIRST.extended(120), FIRST.extended(150)),
                        "REMOVAL 150",
                        "REMOVAL_REMINDER 143"),
                story("extended for ever", List.of(FIRST.published(90, null), FIRST.extended(null))),
                story(
                        "replaced",
                        List.of(FIRST.published(90, 100), FIRST.replaced(200, 150)),
                        "CURRENCY_CHECK_OVERDUE 150",
                        "CURRENCY_CHECK_REMINDER 149",
                        "REMOVAL 200",
                        "REMOVAL_REMINDER 193"),
                story("taken down", List.of(FIRST.published(90, 100), FIRST.takenDown(50, null)), "REMOVAL 50"),
                story(
                        "taken down, as was asked",
                        List.of(AMENDING.approved(60), FIRST.published(90, 100), FIRST.takenDown(50, AMENDMENT)),
                        "REMOVAL 50"),
                story("released", List.of(FIRST.published(null, null), FIRST.released(120)), "REMOVAL 120"),
                story("removed", List.of(FIRST.published(90, 100), FIRST.removed(90, 900)), "RETENTION 900"),
                story("removed, kept for ever", List.of(FIRST.published(90, 100), FIRST.removed(90, null))));
    }

    /** What is called off must not keep the next from being set, though it is for the very same moment. */
    private static Stream<Arguments> setAnewForTheSameMoment() {
        return Stream.of(
                story(
                        "called off and set again for the same time",
                        List.of(FIRST.scheduled(9), FIRST.scheduleCancelled(7), FIRST.scheduled(9)),
                        "PUBLICATION 9"),
                story(
                        "approved anew within the day",
                        List.of(FIRST.approvedByWord(4, 3), FIRST.returnedToApprover(5), FIRST.approvedByWord(4, 3)),
                        "CONFIRMATION_OVERDUE 3",
                        "CONFIRMATION_REMINDER 2",
                        "PUBLISHING_OVERDUE 4",
                        "PUBLISHING_REMINDER 3"),
                story(
                        "confirmed current twice within the day",
                        List.of(FIRST.published(null, 100), FIRST.current(200), FIRST.current(200)),
                        "CURRENCY_CHECK_OVERDUE 200",
                        "CURRENCY_CHECK_REMINDER 199"),
                story(
                        "replaced, to the same end",
                        List.of(FIRST.published(90, null), FIRST.extended(120), FIRST.replaced(120, null)),
                        "REMOVAL 120",
                        "REMOVAL_REMINDER 113"),
                story(
                        "extended, and taken down at its first end",
                        List.of(FIRST.published(50, null), FIRST.extended(120), FIRST.takenDown(50, null)),
                        "REMOVAL 50"),
                story(
                        "taken down at its end",
                        List.of(FIRST.published(90, null), FIRST.takenDown(90, null)),
                        "REMOVAL 90"));
    }

    private static Stream<Arguments> wholeLives() {
        return Stream.of(
                story(
                        "a life with everything",
                        List.of(
                                FIRST.submitted(2),
                                FIRST.changesRequested(),
                                SECOND.submitted(3),
                                SECOND.approvedByWord(5, 4),
                                SECOND.scheduled(6),
                                SECOND.scheduleCancelled(7),
                                SECOND.scheduled(6),
                                SECOND.published(90, 60),
                                SECOND.confirmed(),
                                SECOND.current(100),
                                AMENDING.submitted(50),
                                AMENDING.approved(52),
                                SECOND.extended(120),
                                SECOND.current(100),
                                SECOND.released(115),
                                SECOND.removed(120, 900)),
                        "RETENTION 900"),
                story(
                        "one that is replaced and extended, and stands",
                        List.of(
                                FIRST.submitted(2),
                                FIRST.approved(4),
                                FIRST.returned(),
                                SECOND.submitted(5),
                                SECOND.approved(7),
                                SECOND.published(90, 60),
                                AMENDING.approved(50),
                                SECOND.replaced(120, 80),
                                SECOND.current(110),
                                SECOND.extended(150)),
                        "CURRENCY_CHECK_OVERDUE 110",
                        "CURRENCY_CHECK_REMINDER 109",
                        "REMOVAL 150",
                        "REMOVAL_REMINDER 143"),
                story(
                        "one whose word of mouth is not kept",
                        List.of(
                                FIRST.submitted(2),
                                FIRST.approvedByWord(4, 3),
                                FIRST.published(90, 60),
                                FIRST.refused(),
                                FIRST.takenDown(3, null)),
                        "REMOVAL 3"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void eachEventSetsAndCallsOffWhatItShould(String name, List<Happening> story, List<String> left) {
        inOrder(story);

        assertThat(pending()).containsExactlyInAnyOrderElementsOf(left);
    }

    /** Every story in shuffled orders, with repetitions. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("stories")
    void inWhateverOrderTheEventsComeAndHoweverOftenTheResultIsTheSame(
            String name, List<Happening> story, List<String> left) {
        for (long seed : LongStream.range(0, 12).toArray()) {
            start();
            shuffled(story, seed);

            assertThat(pending()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(left);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void soItIsWithAnyHistory(long seed) {
        List<Happening> history = RandomHistory.of(seed);
        inOrder(history);
        List<String> expected = pending();

        for (long order : LongStream.range(0, 4).toArray()) {
            start();
            shuffled(history, seed * 4 + order);

            assertThat(pending()).as("order %d", order).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void peopleAreRemindedLateOfWhatIsStillToComeAndNotAtAllOfWhatHasCome() {
        clock.set(day(85));

        inOrder(List.of(FIRST.submitted(2), FIRST.published(90, null)));
        teller.tick();

        assertThat(broker.told)
                .extracting(KeepDeadlinesTest::described)
                .containsExactly("APPROVAL_OVERDUE 2", "REMOVAL_REMINDER 83");
        assertThat(pending()).containsExactly("REMOVAL 90");
    }

    @Test
    void aReminderAtThisVeryMomentIsTold() {
        clock.set(day(83));

        inOrder(List.of(FIRST.published(90, null)));
        teller.tick();

        assertThat(broker.told).extracting(KeepDeadlinesTest::described).containsExactly("REMOVAL_REMINDER 83");
    }

    @Test
    void whatWasToldIsNotToldAgainWhenItsEventComesAgain() {
        inOrder(List.of(FIRST.submitted(2)));
        clock.set(day(2));
        teller.tick();
        int told = broker.told.size();

        inOrder(List.of(FIRST.submitted(2)));
        teller.tick();

        assertThat(told).isPositive();
        assertThat(broker.told).hasSize(told);
    }

    private void inOrder(List<Happening> story) {
        IntStream.range(0, story.size()).forEach(which -> happen(story, which));
    }

    /** Each event twice. */
    private void shuffled(List<Happening> story, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, story.size() * 2)
                .map(i -> i % story.size())
                .boxed()
                .toList());
        Collections.shuffle(order, new Random(seed));
        order.forEach(which -> happen(story, which));
    }

    /** Each event a minute after the one before it, of whatever service. */
    private void happen(List<Happening> story, int which) {
        EventContext context = new EventContext("e" + which, START.plusSeconds(60L * which), 1 + which % 2);
        assertThat(story.get(which).apply(keep, context)).isEqualTo(Handled.DONE);
    }

    private List<String> pending() {
        return deadlines.pending(Selection.ALL, null, 100).items().stream()
                .map(KeepDeadlinesTest::described)
                .toList();
    }

    private static String described(Deadline deadline) {
        return deadline.kind() + " " + Duration.between(START, deadline.dueAt()).toDays();
    }
}
