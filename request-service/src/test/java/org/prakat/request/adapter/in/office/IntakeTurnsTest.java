package org.prakat.request.adapter.in.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Who gets when a turn, on the client's own stand-in for a broker. */
class IntakeTurnsTest {

    private static final TopicPartition FLOODING = new TopicPartition("office.flooding.intake.v1", 0);
    private static final TopicPartition QUIET = new TopicPartition("office.quiet.intake.v1", 0);
    private static final int IN_A_TURN = 10;

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());

    private void hold(int flood, int quiet) {
        consumer.setMaxPollRecords(IN_A_TURN);
        for (TopicPartition office : List.of(FLOODING, QUIET)) {
            consumer.updatePartitions(office.topic(), List.of(new PartitionInfo(office.topic(), 0, null, null, null)));
        }
        consumer.updateBeginningOffsets(Map.of(FLOODING, 0L, QUIET, 0L));
        consumer.schedulePollTask(() -> {
            consumer.rebalance(List.of(FLOODING, QUIET));
            write(FLOODING, flood);
            write(QUIET, quiet);
        });
    }

    private void write(TopicPartition office, int count) {
        for (int i = 0; i < count; i++) {
            consumer.addRecord(new ConsumerRecord<>(office.topic(), 0, i, new byte[0], new byte[0]));
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> event) {
        taken.add(event.topic().split("\\.")[1] + " " + event.offset());
    }

    @Test
    void whoFloodsItsTopicWaitsAfterEachTurnForAllOthers() {
        hold(200, 25);
        IntakeTurns turns = new IntakeTurns(() -> consumer, this::take);
        turns.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> taken.size() == 225);

        assertThat(turns.offices()).isEqualTo(Set.of("flooding", "quiet"));
        turns.stop();
        assertThat(taken.indexOf("quiet 24")).isLessThan(25 + 4 * IN_A_TURN);
        assertThat(taken.stream().filter(event -> event.startsWith("flooding")))
                .hasSize(200)
                .doesNotHaveDuplicates();
        assertThat(turns.isRunning()).isFalse();
    }

    @Test
    void whatCannotBeTakenForTheMomentIsTriedAgainInItsPlaceWhileOthersGoOn() {
        hold(3, 25);
        AtomicInteger failures = new AtomicInteger(1);
        IntakeTurns turns = new IntakeTurns(() -> consumer, event -> {
            if (event.topic().equals(FLOODING.topic()) && event.offset() == 1 && failures.getAndDecrement() > 0) {
                throw new MongoTimeoutException("out");
            }
            take(event);
        });
        turns.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> taken.size() == 25 + 1);
        assertThat(taken).contains("flooding 0").doesNotContain("flooding 1");
        // The stand-in gives up what it has handed out; a broker would hand it out again.
        consumer.schedulePollTask(() -> {
            for (long offset = 1; offset < 3; offset++) {
                consumer.addRecord(new ConsumerRecord<>(FLOODING.topic(), 0, offset, new byte[0], new byte[0]));
            }
        });

        await().atMost(Duration.ofSeconds(20)).until(() -> taken.size() == 25 + 3);

        turns.stop();
        assertThat(taken.stream().filter(event -> event.startsWith("flooding")))
                .containsExactly("flooding 0", "flooding 1", "flooding 2");
    }

    /** Where the group goes on after a crash: never behind what was not taken. */
    @Test
    void whatWasNotTakenIsNotCommitted() {
        hold(3, 0);
        IntakeTurns turns = new IntakeTurns(() -> consumer, event -> {
            if (event.offset() == 1) {
                throw new MongoTimeoutException("out");
            }
            take(event);
        });
        turns.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> new OffsetAndMetadata(1)
                .equals(consumer.committed(Set.of(FLOODING)).get(FLOODING)));

        turns.stop();
        assertThat(taken).containsExactly("flooding 0");
    }

    @Test
    void itIsSeenWhetherItReadsAlsoWhenItsThreadHasDied() {
        hold(3, 0);
        CountDownLatch dying = new CountDownLatch(1);
        IntakeTurns turns = new IntakeTurns(() -> consumer, event -> {
            awaitOpen(dying);
            throw new OutOfMemoryError("as if");
        });
        assertThat(turns.isReading()).isFalse();
        turns.start();
        assertThat(turns.isReading()).isTrue();

        dying.countDown();

        await().atMost(Duration.ofSeconds(20)).until(() -> !turns.isReading());
        assertThat(turns.isRunning()).isTrue();
        turns.stop();
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
