package org.prakat.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Small documents and queries in which everything stands that may stand in each other's way: the same in each run, others with
 * {@code -Dprakat.seed=N}.
 */
final class RandomDocuments {

    static final long SEED = Long.getLong("prakat.seed", 10_575_952_308_447L);
    static final String LONG = "x".repeat(300);

    private RandomDocuments() {}

    static Random random() {
        return new Random(SEED);
    }

    static Document document(Random random, int depth) {
        Document document = new Document();
        for (String name : List.of("a", "b", "c", "0")) {
            if (random.nextInt(4) > 0) {
                document.append(name, value(random, depth));
            }
        }
        return document;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 ->
                List.<Object>of(random.nextInt(3), random.nextInt(3) * 1.0, random.nextInt(3) * 0.5, random.nextLong(3))
                        .get(random.nextInt(4));
            case 1 -> null;
            case 2 -> List.of("x", "y", LONG).get(random.nextInt(3));
            case 3 -> Instant.ofEpochMilli(random.nextInt(3));
            case 4 -> {
                List<Object> several = new ArrayList<>();
                for (int i = 0; i < random.nextInt(3); i++) {
                    several.add(value(random, depth - 1));
                }
                yield several;
            }
            default -> document(random, depth - 1);
        };
    }

    static Document query(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            String operator = List.of("$and", "$or", "$nor").get(random.nextInt(3));
            return new Document(operator, List.of(query(random, depth - 1), query(random, depth - 1)));
        }
        StringBuilder path = new StringBuilder(name(random));
        for (int i = random.nextInt(3); i > 0; i--) {
            path.append('.').append(name(random));
        }
        return new Document(path.toString(), condition(random));
    }

    private static String name(Random random) {
        return List.of("a", "b", "c", "0", "1").get(random.nextInt(5));
    }

    private static Object condition(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> new Document("$gt", random.nextInt(3));
            case 1 -> new Document("$exists", random.nextBoolean());
            case 2 -> new Document("$ne", value(random, 0));
            case 3 -> new Document("$in", List.of(random.nextInt(3), "x"));
            case 4 -> new Document("$elemMatch", new Document("a", random.nextInt(3)));
            case 5 -> new Document("$size", random.nextInt(3));
            case 6 ->
                new Document(
                        List.of("$gt", "$gte", "$lt", "$lte").get(random.nextInt(4)),
                        random.nextBoolean()
                                ? Instant.ofEpochMilli(random.nextInt(3))
                                : List.of("", "x", "y").get(random.nextInt(3)));
            case 7 -> new Document(List.of("$eq", "$ne").get(random.nextInt(2)), random.nextBoolean() ? "x" : null);
            default -> value(random, 1);
        };
    }
}
