package org.prakat.expiry.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
import org.prakat.common.domain.Identifiers;
import org.prakat.expiry.adapter.out.mongo.MongoDeadlines;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.domain.Deadline;
import org.prakat.expiry.domain.Deadline.Kind;
import org.prakat.expiry.domain.Stamp;
import org.prakat.testing.BackingServers;
import org.prakat.testing.SteppedClock;

class TellWhenDueTest {

    private static final Duration READ_EVERY = Duration.ofSeconds(20);

    private static final Instant START = Instant.parse("2026-11-25T03:00:00Z");

    private final SteppedClock clock = new SteppedClock(START);
    private final RecordingBroker broker = new RecordingBroker();
    private MongoClient client;
    private MongoDatabase database;
    private Deadlines deadlines;
    private TellWhenDue teller;

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
        return new TellWhenDue(new MongoDeadlines(database), broker, late -> {}, clock, READ_EVERY);
    }

    private Deadline removalIn(Duration time) {
        Deadline deadline = pending(time);
        deadlines.add(List.of(deadline));
        teller.expect(deadline);
        return deadline;
    }

    private static Deadline pending(Duration time) {
        return Deadline.pending(Kind.REMOVAL, Identifiers.next(), 1, START.plus(time), new Stamp(START, 1));
    }

    @Test
    void aDeadlineThatOnlyAReplicaKnewWhichIsGoneIsToldByAnotherSoonAfter() {
        TellWhenDue other = replica();
        other.tick();
        Deadline deadline = removalIn(Duration.ofSeconds(2));

        clock.set(START.plus(READ_EVERY));
        other.tick();

        assertThat(deadlines.countPending()).isZero();
        assertThat(deadline.isDue(clock.instant())).isTrue();
    }

    @Test
    void aDeadlineThatOnlyAReplicaKnewWhichIsGoneIsToldInTimeByWhoeverHearsOfThat() {
        TellWhenDue other = replica();
        other.tick();
        Deadline deadline = removalIn(Duration.ofSeconds(2));

        other.readAnew();
        clock.set(deadline.dueAt());
        other.tick();

        assertThat(broker.told).containsExactly(deadline);
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
        broker.failsAfterTelling = true;
        assertThatIllegalStateException().isThrownBy(teller::tick);

        broker.failsAfterTelling = false;
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

    @Test
    void theOtherReplicaTakesOverWhatADeadOneHadInHand() {
        Deadline deadline = removalIn(Duration.ofMinutes(1));
        TellWhenDue other = replica();
        other.tick();
        clock.advance(Duration.ofMinutes(2));
        broker.failsAfterTelling = true;
        assertThatIllegalStateException().isThrownBy(teller::tick);
        broker.failsAfterTelling = false;

        clock.advance(Duration.ofSeconds(29));
        other.tick();
        assertThat(broker.told).as("still in the dead one's hands").hasSize(1);

        clock.advance(Duration.ofSeconds(30));
        other.tick();
        other.tick();
        assertThat(broker.eventIds()).containsExactly(deadline.eventId(), deadline.eventId());
    }

    @Test
    void whatCouldNotBeNotedIsTriedAgainAtTheNextLook() {
        Deadline first = removalIn(Duration.ofSeconds(1));
        Deadline second = removalIn(Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(3));
        broker.failsAfterTelling = true;
        assertThatIllegalStateException().isThrownBy(teller::tick);

        broker.failsAfterTelling = false;
        teller.tick();

        assertThat(broker.told).containsExactly(first, first, second);
        assertThat(deadlines.countPending()).isZero();
    }

    @Test
    void aReminderOfWhatHasComeAlreadyIsNotTold() {
        Instant end = START.plus(Duration.ofDays(2));
        Deadline reminder = Deadline.pending(
                Kind.REMOVAL_REMINDER, Identifiers.next(), 1, end, START.plus(Duration.ofDays(1)), new Stamp(START, 1));
        deadlines.add(List.of(reminder));
        teller.expect(reminder);

        clock.set(end);
        teller.tick();

        assertThat(broker.told).isEmpty();
        assertThat(deadlines.countPending()).isZero();
    }

    @Test
    void itIsNotedHowLateEachWasTold() {
        List<Duration> lateness = new ArrayList<>();
        Deadline deadline = removalIn(Duration.ofMinutes(1));
        clock.set(deadline.dueAt().plusMillis(250));

        new TellWhenDue(deadlines, broker, lateness::add, clock, READ_EVERY).tick();

        assertThat(lateness).containsExactly(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverHappensEachIsToldAtLeastOnceWithOneIdAndNeverEarly(long seed) {
        Random random = new Random(seed);
        List<TellWhenDue> replicas = new ArrayList<>(List.of(replica(), replica()));
        Set<Deadline> set = new HashSet<>();
        for (int step = 0; step < 200; step++) {
            int learning = random.nextInt(replicas.size());
            int looking = random.nextInt(replicas.size());
            if (random.nextInt(3) == 0) {
                Deadline deadline = pending(Duration.between(START, clock.instant())
                        .plusSeconds(random.nextInt(3_000))
                        .plusNanos(random.nextInt(1_000_000)));
                deadlines.add(List.of(deadline));
                replicas.get(learning).expect(deadline);
                set.add(deadline);
            }
            broker.out = random.nextInt(5) == 0;
            broker.failsAfterTelling = random.nextInt(6) == 0;
            clock.advance(Duration.ofSeconds(random.nextInt(90)));
            try {
                replicas.get(looking).tick();
            } catch (IllegalStateException died) {
                replicas.set(looking, replica());
            }
        }
        broker.out = false;
        broker.failsAfterTelling = false;
        for (int i = 0; i < 20; i++) {
            clock.advance(Duration.ofMinutes(5));
            replicas.forEach(TellWhenDue::tick);
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
}
