package org.prakat.publishing.adapter.out.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VersionLookUpTest {

    private static final int READERS = 8;

    private final Map<String, Long> stored = new ConcurrentHashMap<>(Map.of("a", 1L, "b", 2L));
    private final List<Set<String>> queries = new CopyOnWriteArrayList<>();
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);

    @AfterEach
    void stop() {
        readers.shutdownNow();
    }

    @Test
    void aVersionIsFoundOrNot() {
        VersionLookUp versions = new VersionLookUp(this::query);

        assertThat(versions.version("a")).hasValue(1);
        assertThat(versions.version("none")).isEmpty();
    }

    @Test
    void whoAsksDuringAQueryIsAnsweredByTheNextOneTogetherWithOthers() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        VersionLookUp versions = new VersionLookUp(ids -> {
            Map<String, Long> found = query(ids);
            if (asked.getAndIncrement() == 0) {
                hold(first);
            }
            return found;
        });
        CompletableFuture<OptionalLong> early = ask(versions, "a");
        await().until(() -> asked.get() == 1);
        stored.put("a", 7L);
        CompletableFuture<OptionalLong> late = ask(versions, "a");
        CompletableFuture<OptionalLong> another = ask(versions, "b");
        await().until(() -> versions.waiting() == 2);

        first.countDown();

        assertThat(early.get()).hasValue(1);
        assertThat(late.get()).as("changed after the first query began").hasValue(7);
        assertThat(another.get()).hasValue(2);
        assertThat(queries).containsExactly(Set.of("a"), Set.of("a", "b"));
    }

    @Test
    void aFailureReachesAllWhoAskedTogetherAndNobodyAfterwards() {
        AtomicInteger asked = new AtomicInteger();
        VersionLookUp versions = new VersionLookUp(ids -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("the database is out");
            }
            return query(ids);
        });

        assertThatThrownBy(() -> versions.version("a")).hasMessage("the database is out");
        assertThat(versions.version("a")).hasValue(1);
    }

    @Test
    void noReaderSeesLessThanWasStoredBeforeItAsked() throws Exception {
        VersionLookUp versions = new VersionLookUp(this::query);
        List<CompletableFuture<Void>> reading = IntStream.range(0, READERS)
                .mapToObj(reader -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 500; i++) {
                                long before = stored.merge("a", 1L, Long::sum);
                                assertThat(versions.version("a").orElse(0)).isGreaterThanOrEqualTo(before);
                            }
                        },
                        readers))
                .toList();

        assertThat(CompletableFuture.allOf(reading.toArray(CompletableFuture[]::new)))
                .succeedsWithin(Duration.ofSeconds(30));
    }

    private CompletableFuture<OptionalLong> ask(VersionLookUp versions, String id) {
        return CompletableFuture.supplyAsync(() -> versions.version(id), readers);
    }

    private Map<String, Long> query(Collection<String> ids) {
        queries.add(Set.copyOf(ids));
        return ids.stream().filter(stored::containsKey).collect(Collectors.toMap(Function.identity(), stored::get));
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
