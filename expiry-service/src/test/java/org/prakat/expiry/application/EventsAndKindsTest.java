package org.prakat.expiry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.expiry.application.Submission.AMENDMENT;
import static org.prakat.expiry.application.Submission.START;
import static org.prakat.expiry.application.Submission.day;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prakat.common.domain.EventContext;
import org.prakat.common.mongo.TestDatabase;
import org.prakat.expiry.adapter.out.mongo.MongoDeadlines;
import org.prakat.expiry.application.Submission.Happening;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.application.port.Deadlines.Selection;
import org.prakat.expiry.domain.Deadline;
import org.prakat.expiry.domain.Deadline.Kind;
import org.prakat.expiry.domain.Stamp;
import org.prakat.testing.SteppedClock;

/** Cell by cell: which event sets a deadline of which kind, and which one calls it off. */
class EventsAndKindsTest {

    private static final Submission SUBMISSION = new Submission("r", 1);
    private static final Stamp BEFORE = new Stamp(START, 1);
    private static final EventContext NOW = new EventContext("e", START.plusSeconds(60), 2);

    /**
     * {@code +} sets, {@code x} calls off, {@code #} calls off and sets anew, {@code .} leaves alone: of the request that the
     * event is about, in the order of {@link Kind} (publication, removal and its reminder, then reminder and overdue of
     * approval, confirmation, publishing and currency check, retention); and last the two of publishing of the amendment.
     */
    private static final String TABLE =
            """
            RequestSubmitted         . . .  + +  . .  . .  . .  .  . .
            RequestWithdrawn         x . .  x x  x x  x x  . .  .  . .
            Approved                 . . .  x x  . .  + +  . .  .  . .
            Approved/byWord          . . .  x x  + +  + +  . .  .  . .
            Rejected                 . . .  x x  . .  . .  . .  .  . .
            ChangesRequested         . . .  x x  . .  . .  . .  .  . .
            VerbalApprovalConfirmed  . . .  . .  x x  . .  . .  .  . .
            VerbalApprovalRefused    x . .  . .  x x  x x  . .  .  . .
            PublicationScheduled     # . .  . .  . .  x x  . .  .  . .
            ScheduleCancelled        x . .  . .  . .  # #  . .  .  . .
            Returned                 x . .  . .  . .  x x  . .  .  . .
            ReturnedToApprover       x . .  # #  x x  x x  . .  .  . .
            Published                x + +  . .  . .  x x  + +  .  . .
            Published/forEver        x . .  . .  . .  x x  . .  .  . .
            CurrencyConfirmed        . . .  . .  . .  . .  # #  .  . .
            CurrencyConfirmed/last   . . .  . .  . .  . .  x x  .  . .
            Extended                 . # #  . .  . .  . .  . .  .  x x
            Extended/forEver         . x x  . .  . .  . .  . .  .  x x
            Replaced                 . # #  . .  . .  . .  # #  .  x x
            Replaced/forEver         . x x  . .  . .  . .  x x  .  x x
            TakenDown                . # x  . .  . .  . .  x x  .  . .
            TakenDown/asAsked        . # x  . .  . .  . .  x x  .  x x
            HoldReleased             . + .  . .  . .  . .  . .  .  . .
            Removed                  . x x  . .  . .  . .  x x  +  . .
            Removed/keptForEver      . x x  . .  . .  . .  x x  .  . .
            """;

    private static final Map<String, Happening> EVENTS = Map.ofEntries(
            Map.entry("RequestSubmitted", SUBMISSION.submitted(90)),
            Map.entry("RequestWithdrawn", SUBMISSION.withdrawn()),
            Map.entry("Approved", SUBMISSION.approved(90)),
            Map.entry("Approved/byWord", SUBMISSION.approvedByWord(90, 80)),
            Map.entry("Rejected", SUBMISSION.rejected()),
            Map.entry("ChangesRequested", SUBMISSION.changesRequested()),
            Map.entry("VerbalApprovalConfirmed", SUBMISSION.confirmed()),
            Map.entry("VerbalApprovalRefused", SUBMISSION.refused()),
            Map.entry("PublicationScheduled", SUBMISSION.scheduled(90)),
            Map.entry("ScheduleCancelled", SUBMISSION.scheduleCancelled(90)),
            Map.entry("Returned", SUBMISSION.returned()),
            Map.entry("ReturnedToApprover", SUBMISSION.returnedToApprover(90)),
            Map.entry("Published", SUBMISSION.published(90, 80)),
            Map.entry("Published/forEver", SUBMISSION.published(null, null)),
            Map.entry("CurrencyConfirmed", SUBMISSION.current(90)),
            Map.entry("CurrencyConfirmed/last", SUBMISSION.current(null)),
            Map.entry("Extended", SUBMISSION.extended(90)),
            Map.entry("Extended/forEver", SUBMISSION.extended(null)),
            Map.entry("Replaced", SUBMISSION.replaced(90, 80)),
            Map.entry("Replaced/forEver", SUBMISSION.replaced(null, null)),
            Map.entry("TakenDown", SUBMISSION.takenDown(90, null)),
            Map.entry("TakenDown/asAsked", SUBMISSION.takenDown(90, AMENDMENT)),
            Map.entry("HoldReleased", SUBMISSION.released(90)),
            Map.entry("Removed", SUBMISSION.removed(90, 900)),
            Map.entry("Removed/keptForEver", SUBMISSION.removed(90, null)));

    private final SteppedClock clock = new SteppedClock(START);
    private final Deadlines deadlines = new MongoDeadlines(TestDatabase.empty("events-and-kinds-test"));
    private final KeepDeadlines keep = new KeepDeadlines(
            deadlines,
            new TellWhenDue(deadlines, new RecordingBroker(), late -> {}, clock, Duration.ofSeconds(20)),
            clock);

    static Stream<String> rows() {
        return TABLE.lines();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void anEventSetsAndCallsOffWhatTheTableSays(String row) {
        List<String> cells = List.of(row.split(" +"));
        for (Kind kind : Kind.values()) {
            deadlines.add(List.of(Deadline.pending(kind, "r", 1, day(500), BEFORE)));
            deadlines.add(List.of(Deadline.pending(kind, AMENDMENT, 1, day(500), BEFORE)));
        }

        EVENTS.get(cells.get(0)).apply(keep, NOW);

        Map<Kind, String> expected = new EnumMap<>(Kind.class);
        Map<Kind, String> ofAmendment = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            expected.put(kind, cells.get(1 + kind.ordinal()));
            ofAmendment.put(kind, ".");
        }
        ofAmendment.put(Kind.PUBLISHING_REMINDER, cells.get(13));
        ofAmendment.put(Kind.PUBLISHING_OVERDUE, cells.get(14));
        assertThat(cells).hasSize(15);
        assertThat(happenedTo("r")).isEqualTo(expected);
        assertThat(happenedTo(AMENDMENT)).isEqualTo(ofAmendment);
    }

    private Map<Kind, String> happenedTo(String requestId) {
        Map<Kind, String> happened = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            List<Deadline> pending =
                    deadlines.pending(new Selection(kind, requestId), null, 100).items();
            boolean left = pending.stream().anyMatch(deadline -> deadline.set().equals(BEFORE));
            boolean set = pending.stream().anyMatch(deadline -> !deadline.set().equals(BEFORE));
            happened.put(kind, set ? left ? "+" : "#" : left ? "." : "x");
        }
        return happened;
    }

    @Test
    void theTableHasEveryEventThatIsActedOn() {
        Set<String> actedOn = Arrays.stream(KeepDeadlines.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("on"))
                .map(Method::getParameterTypes)
                .map(types -> types[0].getSimpleName())
                .collect(Collectors.toSet());

        assertThat(rows().map(row -> row.split("[/ ]")[0]).collect(Collectors.toSet()))
                .isEqualTo(actedOn);
        assertThat(new HashSet<>(rows().map(row -> row.split(" ")[0]).toList())).isEqualTo(EVENTS.keySet());
    }
}
