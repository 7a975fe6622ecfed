package org.prakat.request.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.prakat.common.mongo.TestDatabase;
import org.prakat.request.adapter.out.mongo.MongoOutcomes;
import org.prakat.request.adapter.out.mongo.MongoRelayedOutcomes;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.application.port.RelayedOutcomes;
import org.prakat.request.domain.Outcome;

/** Outcomes are sent on in their order, and a crash repeats some and loses none. */
class RelayOutcomesTest {

    private static final int MANY = 250;

    private final MongoDatabase database = TestDatabase.empty("relay-outcomes-test");
    private final Outcomes outcomes = new MongoOutcomes(database);
    private final RelayedOutcomes relayed = new MongoRelayedOutcomes(database);
    private final List<Long> sent = new ArrayList<>();

    private void tell(String office, int count) {
        for (int i = 1; i <= count; i++) {
            outcomes.add(new Outcome(
                    "e" + i,
                    office,
                    Outcome.Type.APPROVED,
                    "r" + i,
                    "s" + i,
                    Instant.parse("2026-11-25T03:00:00Z"),
                    List.of(),
                    null,
                    null,
                    null,
                    null));
        }
    }

    @Test
    void allAreSentOnceInTheirOrderHoweverMany() {
        tell("one", MANY);

        new RelayOutcomes(outcomes, relayed).relay("one", told -> sent.add(told.number()));
        new RelayOutcomes(outcomes, relayed).relay("one", told -> sent.add(told.number()));

        assertThat(sent).hasSize(MANY).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whatDidNotArriveIsSentAgainFromThere() {
        tell("one", 5);
        RelayOutcomes relay = new RelayOutcomes(outcomes, relayed);

        assertThatThrownBy(() -> relay.relay("one", told -> {
                    if (told.number() == 3) {
                        throw new IllegalStateException("the broker is out");
                    }
                    sent.add(told.number());
                }))
                .hasMessage("the broker is out");
        relay.relay("one", told -> sent.add(told.number()));

        assertThat(sent).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void whoeverDiedBeforeItSaidHowFarItGotIsRepeatedByAnother() {
        tell("one", 3);
        RelayedOutcomes died = new RelayedOutcomes() {
            @Override
            public long last(String office) {
                return relayed.last(office);
            }

            @Override
            public void reached(String office, long number) {
                throw new IllegalStateException("killed");
            }
        };

        assertThatThrownBy(() -> new RelayOutcomes(outcomes, died).relay("one", told -> sent.add(told.number())))
                .hasMessage("killed");
        new RelayOutcomes(outcomes, relayed).relay("one", told -> sent.add(told.number()));

        assertThat(sent).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
    }

    @Test
    void whileTwoRelayAtOnceFirstArrivalsAreInOrderAndTheRestAreRepetitions() {
        tell("one", MANY);
        List<Long> topic = Collections.synchronizedList(new ArrayList<>());

        List<CompletableFuture<Void>> replicas = Stream.of(1, 2)
                .map(replica -> CompletableFuture.runAsync(
                        () -> new RelayOutcomes(outcomes, relayed).relay("one", told -> topic.add(told.number()))))
                .toList();
        replicas.forEach(CompletableFuture::join);

        assertThat(topic.stream().distinct()).hasSize(MANY).isSorted();
        assertThat(relayed.last("one")).isEqualTo(MANY);
    }

    @Test
    void howFarItGotNeverGoesBackAndIsEachOfficesOwn() {
        relayed.reached("one", 7);
        relayed.reached("one", 4);

        assertThat(relayed.last("one")).isEqualTo(7);
        assertThat(relayed.last("two")).isZero();
    }
}
