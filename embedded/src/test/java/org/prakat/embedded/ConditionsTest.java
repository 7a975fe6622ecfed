package org.prakat.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private final AtomicInteger asked = new AtomicInteger();

    /** The law for which they stand. */
    @Test
    void findWhatTheLibraryFinds() {
        Random random = RandomDocuments.random();
        for (int i = 0; i < 50_000; i++) {
            Document document = RandomDocuments.document(random, 3);
            Document query = RandomDocuments.query(random, 2);

            assertThat(conditions(query).test(document))
                    .as("seed %d: %s in %s", RandomDocuments.SEED, query, document)
                    .isEqualTo(new DefaultQueryMatcher().matches(document, query));
        }
    }

    @Test
    void decideWhatAListAsksForWithoutTheLibrary() {
        Instant now = Instant.parse("2026-11-25T03:00:00Z");
        Document query = new Document("state.status", "PUBLISHED")
                .append("state.from", new Document("$lte", now))
                .append(
                        "$or",
                        List.of(
                                new Document("state.until", null),
                                new Document("state.until", new Document("$gt", now)),
                                new Document("state.hold", new Document("$ne", null))));
        Document state = new Document("status", "PUBLISHED").append("from", now).append("until", now.plusSeconds(1));

        assertThat(conditions(query).test(new Document("state", state))).isTrue();
        assertThat(conditions(query).test(new Document("state", state.clone().append("until", now))))
                .isFalse();
        assertThat(asked).hasValue(0);
    }

    @Test
    void leaveToTheLibraryToSayWhatIsWrong() {
        Predicate<Document> wrong = conditions(new Document("$or", List.of()));

        assertThatThrownBy(() -> wrong.test(new Document())).isInstanceOf(BadValueException.class);
    }

    private Predicate<Document> conditions(Document query) {
        return Conditions.of(query, (document, one) -> {
            asked.incrementAndGet();
            return new DefaultQueryMatcher().matches(document, one);
        });
    }
}
