package org.prakat.common.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Page;
import org.prakat.common.messaging.DeadLetter;
import org.prakat.common.messaging.DeadLetter.Status;
import org.prakat.common.messaging.WireEvent;

class MongoDeadLettersTest {

    private static final Instant AT = Instant.parse("2026-11-25T03:04:05.678Z");

    private MongoDeadLetters letters;

    @BeforeEach
    void begin() {
        MongoDatabase database = TestDatabase.empty("dead-letters-test");
        letters = new MongoDeadLetters(database);
    }

    @Test
    void aLetterIsKeptAsItCame() {
        byte[] notEvenText = {0, (byte) 0xFF, (byte) 0xC3, 10};
        WireEvent event = new WireEvent("request.events.v1", "คีย์", Map.of("id", "e1", "type", "ชนิด"), notEvenText);

        letters.keep(letter("0-1", event, AT));

        DeadLetter found = letters.find("0-1").orElseThrow();
        assertThat(found.event().body()).isEqualTo(notEvenText);
        assertThat(found).usingRecursiveComparison().isEqualTo(letter("0-1", event, AT));
        assertThat(letters.find("0-2")).isEmpty();
    }

    @Test
    void anEventWithoutKeyAndWithAttributesOfAnyNameIsKept() {
        Map<String, String> attributes =
                Map.of("", "empty", "a.b", "dotted", "$set", "dollar", "nul\0", "nul\0", "_id", "id");
        WireEvent event = new WireEvent("request.events.v1", null, attributes, new byte[0]);

        letters.keep(letter("0-1", event, AT));

        DeadLetter found = letters.find("0-1").orElseThrow();
        assertThat(found.event().key()).isNull();
        assertThat(found.event().attributes()).isEqualTo(attributes);
    }

    @Test
    void keepingOneAgainDoesNotBringASettledOneBack() {
        letters.keep(letter("0-1", event(), AT));
        letters.settle("0-1", Status.DISCARDED, "ผู้ดูแล", "ส่งผิด");

        letters.keep(letter("0-1", event(), AT));

        DeadLetter found = letters.find("0-1").orElseThrow();
        assertThat(found.status()).isEqualTo(Status.DISCARDED);
        assertThat(found.settledBy()).isEqualTo("ผู้ดูแล");
        assertThat(found.remark()).isEqualTo("ส่งผิด");
    }

    @Test
    void oneIsSettledOnce() {
        letters.keep(letter("0-1", event(), AT));

        assertThat(letters.settle("0-1", Status.REPLAYED, "first", null)).isTrue();
        assertThat(letters.settle("0-1", Status.DISCARDED, "second", "late")).isFalse();
        assertThat(letters.settle("unknown", Status.REPLAYED, "first", null)).isFalse();

        assertThat(letters.find("0-1").orElseThrow().status()).isEqualTo(Status.REPLAYED);
    }

    @Test
    void theListIsReadPageByPageTheNewestFirstEvenWhereTimesAreEqual() {
        for (int i = 0; i < 7; i++) {
            letters.keep(letter("0-" + i, event(), AT.plusSeconds(i / 3)));
        }
        letters.settle("0-4", Status.REPLAYED, "somebody", null);

        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            Page<DeadLetter> page = letters.list(Status.WAITING, cursor, 2);
            page.items().forEach(letter -> read.add(letter.id()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(read).containsExactly("0-6", "0-5", "0-3", "0-2", "0-1", "0-0");
        assertThat(letters.list(Status.REPLAYED, null, 10).items())
                .extracting(DeadLetter::id)
                .containsExactly("0-4");
    }

    @Test
    void aCursorThatIsNotOursBeginsAtTheBeginning() {
        letters.keep(letter("0-1", event(), AT));

        assertThat(letters.list(Status.WAITING, "???", 10).items()).hasSize(1);
    }

    private static DeadLetter letter(String id, WireEvent event, Instant at) {
        return new DeadLetter(id, event, "MalformedEventException: ...", at, Status.WAITING, null, null);
    }

    private static WireEvent event() {
        return new WireEvent("request.events.v1", "k3v9q2m7x0ab", Map.of("id", "e1"), new byte[] {1});
    }
}
