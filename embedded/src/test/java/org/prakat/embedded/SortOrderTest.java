package org.prakat.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortOrderTest {

    private static final List<String> PATHS = List.of("a", "a.b", "a.b.c", "b", "b.0", "b.a", "c");

    @Test
    void documentsMayComeAsTheyAreStoredUnlessAnOrderIsAskedFor() {
        assertThat(SortOrder.of(null)).isEmpty();
        assertThat(SortOrder.of(new Document())).isEmpty();
        assertThat(SortOrder.of(new Document("$natural", 1))).isEmpty();
    }

    /** The law for which it stands. */
    @Test
    void ordersAnyTwoDocumentsAsTheLibraryDoes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            Document order = new Document();
            for (int key = random.nextInt(3); key >= 0; key--) {
                order.put(PATHS.get(random.nextInt(PATHS.size())), random.nextBoolean() ? 1 : -1);
            }
            Document one = RandomDocuments.document(random, 3);
            Document other = RandomDocuments.document(random, 3);
            SortOrder sort = SortOrder.of(order).orElseThrow();

            assertThat(Integer.signum(sort.compare(sort.valuesIn(one), sort.valuesIn(other))))
                    .as("seed %d: %s and %s by %s", seed, one, other, order)
                    .isEqualTo(Integer.signum(new DocumentComparator(order).compare(one, other)));
        }
    }
}
