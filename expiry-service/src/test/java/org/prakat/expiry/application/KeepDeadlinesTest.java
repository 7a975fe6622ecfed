package org.prakat.expiry.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Removed;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.mongo.TestDatabase;
import org.prakat.expiry.adapter.out.mongo.MongoDeadlines;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.domain.Deadline;
import org.prakat.testing.SteppedClock;

class KeepDeadlinesTest {

    private static final Instant START = Instant.parse("2026-11-25T03:00:00Z");
    private static final EventContext CONTEXT = new EventContext("e", START, 1);
    private static final Person WEBMASTER = new Person("w", "วิชัย", "นักวิชาการ");
    private static final OrderReference ORDER = new OrderReference("o", "1/2570");

    private final SteppedClock clock = new SteppedClock(START);
    private final RecordingBroker broker = new RecordingBroker();
    private Deadlines deadlines;
    private TellWhenDue teller;
    private KeepDeadlines keep;

    /** What happens to a request, as the other services tell it. */
    private enum Happening {
        SCHEDULED,
        PUBLISHED,
        REMOVED,
        WITHDRAWN,
        /** Of the next submission. */
        SCHEDULED_AGAIN
    }

    @BeforeEach
    void start() {
        MongoDatabase database = TestDatabase.empty("keep-deadlines-test");
        deadlines = new MongoDeadlines(database);
        teller = new TellWhenDue(deadlines, broker, late -> {}, clock);
        keep = new KeepDeadlines(deadlines, teller);
        teller.tick();
    }

    static Stream<Arguments> stories() {
        return Stream.of(
                Arguments.of(List.of(Happening.SCHEDULED), List.of("PUBLICATION", 1)),
                Arguments.of(List.of(Happening.PUBLISHED), List.of("REMOVAL", 1)),
                Arguments.of(List.of(Happening.SCHEDULED, Happening.PUBLISHED), List.of("REMOVAL", 1)),
                Arguments.of(List.of(Happening.SCHEDULED, Happening.WITHDRAWN), List.of()),
                Arguments.of(
                        List.of(Happening.SCHEDULED, Happening.PUBLISHED, Happening.WITHDRAWN), List.of("REMOVAL", 1)),
                Arguments.of(
                        List.of(Happening.SCHEDULED, Happening.WITHDRAWN, Happening.SCHEDULED_AGAIN),
                        List.of("PUBLICATION", 2)),
                Arguments.of(
                        List.of(Happening.SCHEDULED, Happening.PUBLISHED, Happening.REMOVED, Happening.WITHDRAWN),
                        List.of()));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void inWhateverOrderTheEventsComeAndHoweverOftenTheResultIsTheSame(List<Happening> story, List<Object> toTell) {
        List<Happening> twice = story.size() > 3
                ? story
                : Stream.concat(story.stream(), story.stream()).toList();
        List<List<Happening>> orders = permutations(twice);
        for (int i = 0; i < orders.size(); i++) {
            String requestId = "r" + i;
            orders.get(i).forEach(happening -> handle(happening, requestId));
        }
        clock.advance(Duration.ofDays(1));
        teller.tick();

        List<Object> expected = new ArrayList<>();
        if (!toTell.isEmpty()) {
            IntStream.range(0, orders.size()).forEach(i -> expected.add(List.of("r" + i, toTell)));
        }
        assertThat(broker.told.stream().map(KeepDeadlinesTest::described))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(deadlines.countPending()).isZero();
    }

    private static Object described(Deadline told) {
        return List.of(told.requestId(), List.of(told.kind().name(), told.revision()));
    }

    private void handle(Happening happening, String id) {
        Instant expiresAt = START.plusSeconds(90);
        Handled handled =
                switch (happening) {
                    case SCHEDULED -> keep.on(scheduled(id, 1), CONTEXT);
                    case SCHEDULED_AGAIN -> keep.on(scheduled(id, 2), CONTEXT);
                    case PUBLISHED ->
                        keep.on(
                                new Published(
                                        id,
                                        1,
                                        WEBMASTER,
                                        ORDER,
                                        "t",
                                        "news",
                                        2570,
                                        1,
                                        "/items/" + id,
                                        START,
                                        expiresAt),
                                CONTEXT);
                    case REMOVED -> keep.on(new Removed(id, 1, Removed.Cause.EXPIRED, expiresAt), CONTEXT);
                    case WITHDRAWN -> keep.on(new RequestWithdrawn(id, 1, WEBMASTER, "ส่งผิด"), CONTEXT);
                };
        assertThat(handled).isEqualTo(Handled.DONE);
    }

    private static PublicationScheduled scheduled(String id, int revision) {
        return new PublicationScheduled(id, revision, WEBMASTER, ORDER, START.plusSeconds(60));
    }

    /** The different orders of the elements, of which some may be equal. */
    private static <T> List<List<T>> permutations(List<T> elements) {
        if (elements.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (T first : elements.stream().distinct().toList()) {
            List<T> others = new ArrayList<>(elements);
            others.remove(first);
            for (List<T> rest : permutations(others)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                all.add(order);
            }
        }
        return all;
    }
}
