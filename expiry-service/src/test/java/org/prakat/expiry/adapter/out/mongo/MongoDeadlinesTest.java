package org.prakat.expiry.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Page;
import org.prakat.common.mongo.TestDatabase;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.application.port.Deadlines.Selection;
import org.prakat.expiry.domain.Deadline;
import org.prakat.expiry.domain.Deadline.Kind;
import org.prakat.expiry.domain.Stamp;

class MongoDeadlinesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
    private static final Stamp SET = new Stamp(NOW.minusSeconds(60), 1);

    private final MongoDatabase database = TestDatabase.empty("mongo-deadlines-test");
    private final Deadlines deadlines = new MongoDeadlines(database);

    private Deadline added(Kind kind, String requestId, int seconds) {
        Deadline deadline = Deadline.pending(kind, requestId, 1, NOW.plusSeconds(seconds), SET);
        deadlines.add(List.of(deadline));
        return deadline;
    }

    private List<Deadline> all(Selection selection) {
        return deadlines.pending(selection, null, 100).items();
    }

    @Test
    void thoseOfAKindOfARequestOrOfBothAreSelected() {
        Deadline removal = added(Kind.REMOVAL, "r", 3);
        Deadline retention = added(Kind.RETENTION, "r", 2);
        Deadline others = added(Kind.REMOVAL, "s", 1);

        assertThat(all(Selection.ALL)).containsExactly(others, retention, removal);
        assertThat(all(new Selection(Kind.REMOVAL, null))).containsExactly(others, removal);
        assertThat(all(new Selection(null, "r"))).containsExactly(retention, removal);
        assertThat(all(new Selection(Kind.REMOVAL, "r"))).containsExactly(removal);
        assertThat(all(new Selection(Kind.PUBLICATION, "r"))).isEmpty();
    }

    @Test
    void aSelectionIsReadPageByPage() {
        List<Deadline> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.add(added(Kind.REMOVAL, "r" + i, 10));
            added(Kind.RETENTION, "r" + i, 10);
        }

        List<Deadline> read = new ArrayList<>();
        String cursor = null;
        do {
            Page<Deadline> page = deadlines.pending(new Selection(Kind.REMOVAL, null), cursor, 2);
            read.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(read).containsExactlyElementsOf(expected);
    }

    @Test
    void overdueIsWhatShouldHaveBeenToldByNow() {
        Deadline told = added(Kind.REMOVAL, "r", -3);
        added(Kind.REMOVAL, "r", -2);
        added(Kind.RETENTION, "r", -1);
        added(Kind.RETENTION, "s", 0);
        added(Kind.REMOVAL, "s", 1);
        deadlines.told(told.id());

        assertThat(overdue(null, null)).isEqualTo(3);
        assertThat(overdue(Kind.RETENTION, null)).isEqualTo(2);
        assertThat(overdue(Kind.RETENTION, "s")).isEqualTo(1);
        assertThat(deadlines.countOverdue(Selection.ALL, NOW, 2)).isEqualTo(2);
    }

    private int overdue(@Nullable Kind kind, @Nullable String requestId) {
        return deadlines.countOverdue(new Selection(kind, requestId), NOW, 100);
    }

    @Test
    void whatWasCalledOffBeforeItCameIsNeverThere() {
        deadlines.cancel(Set.of(Kind.REMOVAL), "r", SET);

        assertThat(deadlines.add(List.of(Deadline.pending(Kind.REMOVAL, "r", 1, NOW, SET))))
                .isEmpty();

        assertThat(database.getCollection("deadlines").countDocuments()).isZero();
    }

    /** As a process leaves it that dies after it has added a deadline, and before it has looked whether that is off. */
    @Test
    void aDeadlineThatWasLeftPendingThoughItIsOffIsOffWhenItsEventComesAgain() {
        Deadline deadline = added(Kind.REMOVAL, "r", 5);
        deadlines.cancel(Set.of(Kind.REMOVAL), "r", SET);
        database.getCollection("deadlines").updateOne(eq("_id", deadline.id()), set("status", "PENDING"));

        assertThat(deadlines.add(List.of(deadline))).isEmpty();

        assertThat(all(Selection.ALL)).isEmpty();
    }

    @Test
    void ofThoseOfOneEventOnlyWhatIsNewAndNotOffIsAdded() {
        Deadline there = added(Kind.REMOVAL, "r", 5);
        deadlines.cancel(Set.of(Kind.REMOVAL_REMINDER, Kind.RETENTION), "r", SET);
        Deadline off = Deadline.pending(Kind.REMOVAL_REMINDER, "r", 1, NOW.plusSeconds(4), SET);
        Deadline first = Deadline.pending(Kind.CURRENCY_CHECK_REMINDER, "r", 1, NOW.plusSeconds(2), SET);
        Deadline second = Deadline.pending(Kind.CURRENCY_CHECK_OVERDUE, "r", 1, NOW.plusSeconds(3), SET);

        assertThat(deadlines.add(List.of(first, there, off, second))).containsExactly(first, second);

        assertThat(all(Selection.ALL)).containsExactly(first, second, there);
        assertThat(deadlines.add(List.of())).isEmpty();
    }

    @Test
    void whatTwoEventsCallOffAtTheSameTimeIsAllOff() {
        deadlines.cancel(Set.of(Kind.REMOVAL, Kind.RETENTION), "r", SET);
        deadlines.cancel(Set.of(Kind.REMOVAL), "r", SET);

        assertThat(deadlines.add(List.of(
                        Deadline.pending(Kind.REMOVAL, "r", 1, NOW, SET),
                        Deadline.pending(Kind.RETENTION, "r", 1, NOW, SET))))
                .isEmpty();
    }

    @Test
    void whatAnotherEventSetsLaterForTheSameMomentIsOfItsOwn() {
        added(Kind.REMOVAL, "r", 5);
        deadlines.cancel(Set.of(Kind.REMOVAL), "r", SET);
        Deadline anew = Deadline.pending(Kind.REMOVAL, "r", 1, NOW.plusSeconds(5), new Stamp(SET.at(), 2));

        assertThat(deadlines.add(List.of(anew))).containsExactly(anew);

        assertThat(all(Selection.ALL)).containsExactly(anew);
    }
}
