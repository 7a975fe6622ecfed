package org.prakat.expiry.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Removed;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.expiry.adapter.out.mongo.MongoDeadlines;
import org.prakat.expiry.application.port.Announcements;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.domain.Deadline;
import org.prakat.expiry.domain.Deadline.Kind;
import org.prakat.testing.BackingServers;
import org.prakat.testing.SteppedClock;

class TellWhenDueTest {

    private static final Instant START = Instant.parse("2026-11-25T03:00:00Z");
    private static final Person WEBMASTER = new Person("w", "วิชัย", "นักวิชาการ");
    private static final OrderReference ORDER = new OrderReference("o", "1/2570");

    private final SteppedClock clock = new SteppedClock(START);
    private final Broker broker = new Broker();
    private MongoClient client;
    private MongoDatabase database;
    private Deadlines deadlines;
    private TellWhenDue teller;

    /** What was announced, as a broker would have it. */
    private final class Broker implements Announcements {

        private final List<Deadline> told = new ArrayList<>();
        private boolean out;
        private boolean dieAfterTelling;

        @Override
        public boolean announce(Deadline deadline, Instant at) {
            assertThat(at).as("never early").isAfterOrEqualTo(deadline.dueAt());
            if (out) {
                return false;
            }
            told.add(deadline);
            if (dieAfterTelling) {
                throw new IllegalStateException("the process died before it could note that it told");
            }
            return true;
        }

        List<String> eventIds() {
            return told.stream().map(Deadline::eventId).toList();
        }
    }

    @BeforeEach
    void start() {
        client = MongoClients.create(BackingServers.get().mongoUri());
        database = client.getDatabase("tell-when-due-" + Identifiers.next());
        deadlines = new MongoDeadlines(database);
        teller = replica();
    }

    @AfterEach
    void stop() {
        client.close();
    }

    private TellWhenDue replica() {
        return new TellWhenDue(new MongoDeadlines(database), broker, late -> {}, clock);
    }

    private Deadline removalIn(Duration time) {
        Deadline deadline = Deadline.pending(Kind.REMOVAL, Identifiers.next(), 1, START.plus(time));
        deadlines.add(deadline);
        teller.expect(deadline);
        return deadline;
    }

    @Test
    void aDeadlineIsToldAtItsMomentNeverBeforeAndOnce() {
        Deadline deadline = removalIn(Duration.ofMinutes(5));

        clock.set(deadline.dueAt().minusMillis(1));
        teller.tick();
        assertThat(broker.told).isEmpty();

        clock.set(deadline.dueAt());
        teller.tick();
        teller.tick();
        assertThat(broker.eventIds()).containsExactly(deadline.eventId());
    }

    @Test
    void oneBeyondTheNearFutureIsToldTooWhenItComes() {
        teller.tick();
        Deadline far = removalIn(Duration.ofDays(90));

        for (int minutes = 0; minutes < 30; minutes++) {
            clock.advance(Duration.ofDays(3));
            teller.tick();
        }

        assertThat(broker.told).containsExactly(far);
    }

    @Test
    void oneThatIsSetNearerThanTheOthersIsToldFirst() {
        Deadline later = removalIn(Duration.ofMinutes(8));
        teller.tick();
        Deadline sooner = removalIn(Duration.ofMinutes(2));

        clock.advance(Duration.ofMinutes(3));
        teller.tick();
        clock.advance(Duration.ofMinutes(6));
        teller.tick();

        assertThat(broker.told).containsExactly(sooner, later);
    }

    @Test
    void whileTheBrokerIsOutItIsTriedAgainUntilItWorks() {
        Deadline deadline = removalIn(Duration.ofSeconds(1));
        broker.out = true;
        clock.advance(Duration.ofSeconds(2));
        teller.tick();
        teller.tick();
        assertThat(broker.told).isEmpty();

        broker.out = false;
        teller.tick();

        assertThat(broker.eventIds()).containsExactly(deadline.eventId());
    }

    @Test
    void aCrashAfterTellingTellsTheSameEventAgain() {
        Deadline deadline = removalIn(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(2));
        broker.dieAfterTelling = true;
        try {
            teller.tick();
        } catch (IllegalStateException died) {
            assertThat(died).hasMessageContaining("died");
        }

        broker.dieAfterTelling = false;
        TellWhenDue restarted = replica();
        restarted.tick();
        assertThat(broker.told).as("in the dead one's hands").hasSize(1);
        clock.advance(Duration.ofSeconds(31));
        restarted.tick();

        assertThat(broker.eventIds()).containsExactly(deadline.eventId(), deadline.eventId());
        restarted.tick();
        assertThat(broker.told).hasSize(2);
    }

    @Test
    void whatWasDueWhileNobodyRanIsToldAtTheStart() {
        Deadline missed = removalIn(Duration.ofSeconds(1));
        clock.advance(Duration.ofDays(2));

        replica().tick();

        assertThat(broker.told).containsExactly(missed);
    }

    @Test
    void ofTwoReplicasOneTells() {
        Deadline deadline = removalIn(Duration.ofMinutes(1));
        TellWhenDue other = replica();
        other.tick();
        clock.advance(Duration.ofMinutes(2));

        teller.tick();
        other.tick();

        assertThat(broker.told).containsExactly(deadline);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverHappensEachIsToldAtLeastOnceWithOneIdAndNeverEarly(long seed) {
        Random random = new Random(seed);
        Set<Deadline> set = new HashSet<>();
        for (int step = 0; step < 120; step++) {
            if (random.nextInt(3) == 0) {
                Duration ahead = Duration.between(START, clock.instant()).plusSeconds(random.nextInt(3_000));
                set.add(removalIn(ahead));
            }
            broker.out = random.nextInt(5) == 0;
            broker.dieAfterTelling = random.nextInt(6) == 0;
            clock.advance(Duration.ofSeconds(random.nextInt(90)));
            try {
                teller.tick();
            } catch (IllegalStateException died) {
                teller = replica();
            }
        }
        broker.out = false;
        broker.dieAfterTelling = false;
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMinutes(5));
            teller.tick();
        }

        Map<String, Set<String>> idsOf = new HashMap<>();
        broker.told.forEach(
                told -> idsOf.computeIfAbsent(told.id(), id -> new HashSet<>()).add(told.eventId()));
        assertThat(idsOf.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        set.stream().map(Deadline::id).toList());
        assertThat(idsOf.values()).allMatch(ids -> ids.size() == 1);
        assertThat(deadlines.countPending()).isZero();
    }

    @Test
    void inWhateverOrderTheEventsComeAndHoweverOftenTheResultIsTheSame() {
        List<List<Integer>> orders = List.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0, 1, 0));
        for (List<Integer> order : orders) {
            String id = Identifiers.next();
            KeepDeadlines keep = new KeepDeadlines(deadlines, teller);
            EventContext context = new EventContext("e", START, 1);
            List<Runnable> events = List.of(
                    () -> keep.on(new PublicationScheduled(id, 1, WEBMASTER, ORDER, START.plusSeconds(60)), context),
                    () -> keep.on(published(id), context),
                    () -> keep.on(new Removed(id, 1, Removed.Cause.EXPIRED, START.plusSeconds(90)), context));
            order.forEach(which -> events.get(which).run());
        }
        clock.advance(Duration.ofDays(1));
        teller.tick();

        assertThat(broker.told).isEmpty();
        assertThat(deadlines.countPending()).isZero();
    }

    @Test
    void aWithdrawalCallsTheScheduledPublicationOff() {
        KeepDeadlines keep = new KeepDeadlines(deadlines, teller);
        EventContext context = new EventContext("e", START, 1);
        keep.on(new PublicationScheduled("r", 1, WEBMASTER, ORDER, START.plusSeconds(60)), context);
        keep.on(new RequestWithdrawn("r", 1, WEBMASTER, "x"), context);
        keep.on(new PublicationScheduled("r", 2, WEBMASTER, ORDER, START.plusSeconds(60)), context);

        clock.advance(Duration.ofMinutes(2));
        teller.tick();

        assertThat(broker.told).extracting(Deadline::revision).containsExactly(2);
    }

    private static Published published(String id) {
        return new Published(
                id, 1, WEBMASTER, ORDER, "t", "news", 2570, 1, "/items/" + id, START, START.plusSeconds(90));
    }
}
