package org.prakat.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortOrderTest {

    private static final List<String> PATHS = List.of("a", "a.b", "a.b.c", "b", "b.0", "b.a", "c");

    @Test
    void documentsMayComeAsTheyAreStoredUnlessAnOrderIsAskedFor() {
        assertThat(SortOrder.of(null)).isEmpty();
        assertThat(SortOrder.of(new Document())).isEmpty();
        assertThat(SortOrder.of(new Document("$natural", 1))).isEmpty();
    }

    /** The law for which it stands. What the library says of arrays within others, and of two empty ones, is no order. */
    @Test
    void ordersAnyTwoDocumentsAsTheLibraryDoes() {
        Random random = RandomDocuments.random();
        for (int i = 0; i < 20_000; i++) {
            Document order = order(random);
            Document one = RandomDocuments.document(random, 1);
            Document other = RandomDocuments.document(random, 1);
            Comparator<Document> library = new DocumentComparator(order);
            int expected = Integer.signum(library.compare(one, other));

            if (expected == -Integer.signum(library.compare(other, one))) {
                assertThat(Integer.signum(sorting(order).compare(one, other)))
                        .as("seed %d: %s and %s by %s", RandomDocuments.SEED, one, other, order)
                        .isEqualTo(expected);
            }
        }
    }

    /** Whichever way documents are sorted, they come in one order. */
    @Test
    void isAnOrder() {
        Random random = RandomDocuments.random();
        for (int i = 0; i < 20_000; i++) {
            Document order = order(random);
            Comparator<Document> sorting = sorting(order);
            List<Document> three = Stream.generate(() -> RandomDocuments.document(random, 3))
                    .limit(3)
                    .sorted(sorting)
                    .toList();

            for (int one = 0; one < 3; one++) {
                for (int other = one; other < 3; other++) {
                    assertThat(Integer.signum(sorting.compare(three.get(one), three.get(other))))
                            .as("seed %d: %s by %s", RandomDocuments.SEED, three, order)
                            .isLessThanOrEqualTo(0)
                            .isEqualTo(-Integer.signum(sorting.compare(three.get(other), three.get(one))));
                }
            }
        }
    }

    @Test
    void theNextKeyDecidesBetweenEmptyArrays() {
        Document one = new Document("tags", List.of()).append("rank", 1);
        Document other = new Document("tags", List.of()).append("rank", 2);
        Comparator<Document> sorting = sorting(new Document("tags", 1).append("rank", 1));

        assertThat(sorting.compare(one, other)).isNegative();
        assertThat(sorting.compare(other, one)).isPositive();
    }

    private static Document order(Random random) {
        Document order = new Document();
        for (int key = random.nextInt(3); key >= 0; key--) {
            order.put(PATHS.get(random.nextInt(PATHS.size())), random.nextBoolean() ? 1 : -1);
        }
        return order;
    }

    private static Comparator<Document> sorting(Document order) {
        SortOrder sort = SortOrder.of(order).orElseThrow();
        return Comparator.comparing(sort::valuesIn, sort);
    }
}
