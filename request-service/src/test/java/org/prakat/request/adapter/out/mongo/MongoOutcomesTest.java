package org.prakat.request.adapter.out.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.prakat.common.mongo.TestDatabase;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.application.port.Outcomes.Told;
import org.prakat.request.domain.Outcome;

class MongoOutcomesTest {

    private static final int WRITERS = 4;
    private static final int EACH = 25;

    private final Outcomes outcomes = new MongoOutcomes(TestDatabase.empty("outcomes-test"));

    @Test
    void aReaderWhoGoesOnFromItsCursorMissesNothingWhileManyWrite() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        AtomicBoolean writing = new AtomicBoolean(true);
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = "w" + writer + "-";
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < EACH; i++) {
                            outcomes.add(outcome("one", name + i));
                            outcomes.add(outcome("one", "shared-" + i));
                            outcomes.add(outcome("two", name + i));
                        }
                    },
                    threads));
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> writing.set(false));

        List<Told> read = new ArrayList<>();
        boolean last = false;
        while (!last) {
            last = !writing.get();
            read.addAll(outcomes.after("one", read.size(), 7));
            last = last && outcomes.after("one", read.size(), 1).isEmpty();
        }
        all.join();
        threads.shutdown();

        int expected = WRITERS * EACH + EACH;
        assertThat(read.stream().map(Told::number))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, expected).boxed().toList());
        assertThat(read.stream().map(told -> told.outcome().eventId())).doesNotHaveDuplicates();
        assertThat(outcomes.after("two", 0, 1_000)).hasSize(WRITERS * EACH);
    }

    @Test
    void whatIsToldTwiceIsThereOnce() {
        outcomes.add(outcome("one", "e1"));
        outcomes.add(outcome("one", "e2"));
        outcomes.add(outcome("one", "e1"));

        assertThat(outcomes.after("one", 0, 10).stream()
                        .map(told -> told.outcome().eventId()))
                .containsExactly("e1", "e2");
        assertThat(outcomes.after("one", 2, 10)).isEmpty();
        assertThat(outcomes.after("nobody", 0, 10)).isEmpty();
    }

    private static Outcome outcome(String office, String eventId) {
        return new Outcome(
                eventId,
                office,
                Outcome.Type.APPROVED,
                "r1",
                "s1",
                Instant.parse("2026-11-25T03:00:00Z"),
                List.of(),
                null,
                null,
                null,
                null);
    }
}
