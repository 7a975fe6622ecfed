package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventSender;
import org.prakat.common.messaging.OutboxEntry;
import org.prakat.testing.SteppedClock;

class AggregateCollectionTest {

    private static final Instant NOW = Instant.parse("2026-11-25T03:04:05.678Z");
    private static final Cause CALL = Cause.call(TestDatabase.CALLER, NOW);
    private static final int THREADS = 8;
    private static final MongoDatabase DATABASE = TestDatabase.empty("aggregate-collection-test");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final CloudEventCodec codec = new CloudEventCodec();
    // Never acknowledges, so that what was decided stays in the outbox.
    private final OutboxRelay relay = new OutboxRelay(
            DATABASE,
            new EventSender(
                    new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()),
                    codec,
                    URI.create("/prakat/test"),
                    new MongoSentEvents(DATABASE)),
            new OutboxRelay.Sweep(Duration.ofHours(1), Duration.ZERO, Duration.ofDays(7)),
            new SteppedClock(NOW),
            new SimpleMeterRegistry());
    private final String id = "leaflet-" + NUMBER.incrementAndGet();
    private final AggregateStorage storage = TestDatabase.storage(DATABASE, codec, relay);
    private final AggregateCollection<Leaflet> leaflets = Leaflet.in(storage);

    @AfterEach
    void stop() {
        storage.audit().close();
        relay.close();
    }

    @Test
    void whatIsAddedIsFoundWithEveryComponentAsItWas() {
        Leaflet leaflet = Leaflet.of(id, 1);

        Optional<Versioned<Leaflet>> added = leaflets.add(id, Change.quiet(leaflet), CALL);

        assertThat(added).contains(new Versioned<>(leaflet, 1));
        assertThat(leaflets.find(id)).contains(new Versioned<>(leaflet, 1));
        assertThat(leaflets.find("another")).isEmpty();
    }

    @Test
    void whatIsDerivedStandsBesideTheStateAndFollowsIt() {
        AggregateCollection<Leaflet> counted =
                new AggregateCollection<>(
                        storage, "counted", Leaflet.class, AggregateCollection.Audited.by(leaflet -> "office")) {
                    @Override
                    protected BsonDocument derived(Leaflet state) {
                        return new BsonDocument("copies", new BsonInt32(state.copies()));
                    }
                };
        Versioned<Leaflet> before =
                counted.add(id, Change.quiet(Leaflet.of(id, 9)), CALL).orElseThrow();
        assertThat(counted.find(eq("copies", 0), descending("_id"), 1)).containsExactly(before);

        Versioned<Leaflet> after = counted.update(
                        id, before, before.state().copied().orElseThrow(), CALL)
                .orElseThrow();

        assertThat(counted.find(eq("copies", 1), descending("_id"), 1)).containsExactly(after);
        assertThat(counted.versions(List.of(id, "another"))).containsExactly(Map.entry(id, 2L));
    }

    @Test
    void aSecondOneOfTheSameIdIsNotAdded() {
        add(3);

        assertThat(leaflets.add(id, Change.quiet(Leaflet.of(id, 99)), CALL)).isEmpty();
        assertThat(current().state().most()).isEqualTo(3);
    }

    @Test
    void aChangeIsStoredWithItsEventInOneDocument() {
        Versioned<Leaflet> before = add(1);
        Change<Leaflet> change = before.state().copied().orElseThrow();

        Versioned<Leaflet> after =
                leaflets.update(id, before, change, Cause.event("cause-1", NOW)).orElseThrow();

        assertThat(after).isEqualTo(new Versioned<>(change.state(), 2)).isEqualTo(current());
        assertThat(outbox()).singleElement().satisfies(entry -> {
            assertThat(entry.eventId()).isNotBlank();
            assertThat(entry.sequence()).isEqualTo(2);
            assertThat(entry.type()).isEqualTo("request.withdrawn.v1");
            assertThat(entry.subject()).isEqualTo(id);
            assertThat(entry.time()).isEqualTo(NOW);
            assertThat(entry.body()).isEqualTo(codec.encode(Objects.requireNonNull(change.event())));
        });
        assertThat(leaflets.hasHandled(id, "cause-1")).isTrue();
        assertThat(leaflets.hasHandled(id, "cause-2")).isFalse();
    }

    @Test
    void anAggregateThatBeginsWithAnEventHasItInItsOutboxAndItsCauseInItsInbox() {
        Leaflet leaflet = Leaflet.of(id, 1);

        leaflets.add(id, new Change<>(leaflet, leaflet.event("begun")), Cause.event("cause-1", NOW));

        assertThat(outbox()).extracting(OutboxEntry::sequence).containsExactly(1L);
        assertThat(leaflets.hasHandled(id, "cause-1")).isTrue();
    }

    @Test
    void aChangeOfWhatHasMovedMeanwhileLeavesNothing() {
        Versioned<Leaflet> before = add(9);
        Change<Leaflet> change = before.state().copied().orElseThrow();
        leaflets.update(id, before, change, CALL);

        assertThat(leaflets.update(id, before, change, Cause.event("late", NOW)))
                .isEmpty();

        assertThat(current().version()).isEqualTo(2);
        assertThat(outbox()).hasSize(1);
        assertThat(leaflets.hasHandled(id, "late")).isFalse();
    }

    @Test
    void aCauseActsOnceEvenOnTheNewestVersion() {
        Cause cause = Cause.event("cause-1", NOW);
        Versioned<Leaflet> before = add(9);
        Versioned<Leaflet> after = leaflets.update(
                        id, before, before.state().copied().orElseThrow(), cause)
                .orElseThrow();

        assertThat(leaflets.update(id, after, after.state().copied().orElseThrow(), cause))
                .isEmpty();
        assertThat(current()).isEqualTo(after);
    }

    @Test
    void aFilterSelectsSortsAndCounts() {
        for (int most : new int[] {1_001, 1_003, 1_002}) {
            leaflets.add(id + "-" + most, Change.quiet(Leaflet.of(id + "-" + most, most)), CALL);
        }

        assertThat(leaflets.find(gte("state.most", 1_002), descending("state.most"), 10))
                .extracting(found -> found.state().most())
                .containsExactly(1_003, 1_002);
        assertThat(leaflets.find(gte("state.most", 1_001), descending("state.most"), 2))
                .hasSize(2);
        assertThat(leaflets.count(gte("state.most", 1_001))).isEqualTo(3);
    }

    @Test
    void aDecisionIsMadeOnTheVersionThatThePersonHasSeen() {
        add(9);

        Result<Versioned<Leaflet>> decided = leaflets.decide(id, 1, visible -> true, Leaflet::copied, CALL);

        assertThat(decided.orElseThrow()).isEqualTo(current());
        assertThat(reason(leaflets.decide(id, 1, visible -> true, Leaflet::copied, CALL)))
                .isEqualTo(Reason.STALE);
        assertThat(current().version()).isEqualTo(2);
    }

    @Test
    void whatAPersonMayNotSeeIsNotThereWhicheverVersionTheyName() {
        add(9);

        assertThat(reason(leaflets.decide(id, 1, visible -> false, Leaflet::copied, CALL)))
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(leaflets.decide(id, 7, visible -> false, Leaflet::copied, CALL)))
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(reason(leaflets.decide("another", 1, visible -> true, Leaflet::copied, CALL)))
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void aDecisionThatTheRulesRefuseChangesNothing() {
        add(0);

        assertThat(leaflets.decide(id, 1, visible -> true, Leaflet::copied, CALL))
                .isEqualTo(Result.refused(Reason.RULE, "NO_PAPER_LEFT"));
        assertThat(current().version()).isEqualTo(1);
        assertThat(outbox()).isEmpty();
    }

    @Test
    void aDecisionIsNeverRepeatedOnAStateThatThePersonHasNotSeen() {
        add(9);

        Result<Versioned<Leaflet>> overtaken = leaflets.decide(
                id,
                1,
                visible -> true,
                leaflet -> {
                    somebodyElseCopies();
                    return leaflet.copied();
                },
                CALL);

        assertThat(reason(overtaken)).isEqualTo(Reason.STALE);
        assertThat(current().state().copies()).isEqualTo(1);
    }

    @Test
    void anEventAboutNothingKnownIsTooEarly() {
        assertThat(leaflets.handle(id, Cause.event("event-1", NOW), Leaflet::copied))
                .isEqualTo(Handled.TOO_EARLY);
    }

    @Test
    void anEventThatComesAgainHasNoFurtherEffect() {
        add(9);
        Cause event = Cause.event("event-1", NOW);

        assertThat(leaflets.handle(id, event, Leaflet::copied)).isEqualTo(Handled.DONE);
        assertThat(leaflets.handle(id, event, Leaflet::copied)).isEqualTo(Handled.DONE);

        assertThat(current().state().copies()).isEqualTo(1);
    }

    @Test
    void anEventThatHasNothingToSayInThisStateIsDone() {
        add(0);

        assertThat(leaflets.handle(id, Cause.event("event-1", NOW), Leaflet::copied))
                .isEqualTo(Handled.DONE);
        assertThat(current().version()).isEqualTo(1);
    }

    @Test
    void anEventThatWasOvertakenActsOnTheNewerState() {
        add(9);
        List<Integer> seen = new ArrayList<>();

        leaflets.handle(id, Cause.event("event-1", NOW), leaflet -> {
            if (seen.isEmpty()) {
                somebodyElseCopies();
            }
            seen.add(leaflet.copies());
            return leaflet.copied();
        });

        assertThat(seen).containsExactly(0, 1);
        assertThat(current().state().copies()).isEqualTo(2);
    }

    @Test
    void ofEightPeopleWhoDecideAtOnceOnWhatTheySawOneIsHeard() throws Exception {
        add(9);

        List<Result<Versioned<Leaflet>>> answers =
                atOnce(thread -> leaflets.decide(id, 1, visible -> true, Leaflet::copied, CALL));

        assertThat(answers).filteredOn(Result::isOk).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.isOk())
                .extracting(AggregateCollectionTest::reason)
                .containsOnly(Reason.STALE);
        assertThat(outbox()).hasSize(1);
    }

    @Test
    void eightThreadsThatAllDeliverTheSameEventsMakeEachActOnce() throws Exception {
        int events = 40;
        add(1_000);

        atOnce(thread -> {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, events).boxed().toList());
            Collections.rotate(order, thread * events / THREADS);
            order.forEach(event -> leaflets.handle(id, Cause.event("event-" + event, NOW), Leaflet::copied));
            return thread;
        });

        assertThat(current().state().copies()).isEqualTo(events);
        assertThat(current().version()).isEqualTo(1 + events);
        assertThat(outbox())
                .extracting(OutboxEntry::sequence)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(2, 1 + events).boxed().toList());
        assertThat(outbox()).extracting(OutboxEntry::eventId).doesNotHaveDuplicates();
        assertThat(document().getArray("inbox")).hasSize(events).doesNotHaveDuplicates();
    }

    private interface Task<T> {
        T run(int thread);
    }

    private static <T> List<T> atOnce(Task<T> task) throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                Callable<T> waiting = () -> {
                    start.await();
                    return task.run(thread);
                };
                running.add(threads.submit(waiting));
            }
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private Versioned<Leaflet> add(int most) {
        return leaflets.add(id, Change.quiet(Leaflet.of(id, most)), CALL).orElseThrow();
    }

    private void somebodyElseCopies() {
        Versioned<Leaflet> now = current();
        leaflets.update(id, now, now.state().copied().orElseThrow(), CALL).orElseThrow();
    }

    private Versioned<Leaflet> current() {
        return leaflets.find(id).orElseThrow();
    }

    private BsonDocument document() {
        return Objects.requireNonNull(leaflets.documents().find(eq("_id", id)).first());
    }

    private List<OutboxEntry> outbox() {
        return document().getArray("outbox").stream()
                .map(BsonValue::asDocument)
                .map(OutboxDocuments::fromBson)
                .toList();
    }

    private static Reason reason(Result<?> result) {
        assertThat(result).isInstanceOf(Result.Refused.class);
        Refusal refusal = ((Result.Refused<?>) result).refusal();
        return refusal.reason();
    }
}
