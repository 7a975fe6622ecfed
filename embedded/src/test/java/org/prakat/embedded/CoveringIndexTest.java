package org.prakat.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonValue;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoveringIndexTest {

    private static final Set<String> STATUS = Set.of("state.status");
    private static final int DOCUMENTS = CoveringIndex.FEWEST + 50;

    @TempDir
    private Path folder;

    private final MVStore store = MVStore.open(null);
    private final MVMap<Object, byte[]> documents =
            store.openMap("documents", new MVMap.Builder<Object, byte[]>().valueType(ByteArrayDataType.INSTANCE));
    private final AtomicLong nanoTime = new AtomicLong();
    private final CoveringIndex index = new CoveringIndex(documents, new DefaultQueryMatcher()::matches, nanoTime::get);

    @Test
    void aFewDocumentsAreLookedThrough() {
        put(CoveringIndex.FEWEST - 1, "OPEN");

        assertThat(askedAgain(STATUS)).isEmpty();
    }

    @Test
    void whatIsSeldomAskedIsLookedThroughToo() {
        put(DOCUMENTS, "OPEN");
        for (int i = 0; i < 3; i++) {
            assertThat(index.covering(STATUS)).isEmpty();
            nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
        }

        assertThat(askedAgain(STATUS)).isPresent();
    }

    @Test
    void learnsWhatIsLookedAtAndFollowsWhatBecomesOfIt() {
        put(DOCUMENTS, "OPEN");
        assertThat(statuses()).hasSize(DOCUMENTS).containsOnly("OPEN");

        put(0, new Document("status", "CLOSED").append("rank", 7));
        put(DOCUMENTS, new Document("status", "CLOSED"));
        documents.remove(1);
        index.remove(1);

        assertThat(statuses()).hasSize(DOCUMENTS).filteredOn("CLOSED"::equals).hasSize(2);
        assertThat(askedAgain(Set.of("state.rank", "state.status"))).get().satisfies(rows -> assertThat(
                        rows.all().map(rows.reading(FieldPath.of("state.rank"))))
                .contains(7));
    }

    @Test
    void isOfNoUseWhereArraysAreInTheWay() {
        put(DOCUMENTS, "OPEN");
        for (int i = 0; i < DOCUMENTS; i++) {
            put(i, new Document("status", "OPEN").append("tags", List.of("a")).append("none", List.of()));
        }

        assertThat(askedAgain(Set.of("state.tags"))).isEmpty();
        assertThat(askedAgain(Set.of("state.none", "state.none.of.them"))).isPresent();
        for (int i = 0; i < DOCUMENTS; i++) {
            put(i, new Document("status", "OPEN"));
        }
        assertThat(index.covering(Set.of("state.tags"))).isPresent();
    }

    private Optional<Rows> askedAgain(Set<String> paths) {
        index.covering(paths);
        return index.covering(paths);
    }

    private Stream<Object> statuses() {
        Rows rows = askedAgain(STATUS).orElseThrow();
        return rows.all().map(rows.reading(FieldPath.of("state.status")));
    }

    private void put(int many, String status) {
        for (int i = 0; i < many; i++) {
            put(i, new Document("status", status));
        }
    }

    private void put(int position, Document state) {
        ByteBuf bson = Unpooled.buffer();
        BsonEncoder.encodeDocument(new Document("_id", position).append("state", state), bson);
        documents.put(position, ByteBufUtil.getBytes(bson));
        index.put(position, documents.get(position));
    }

    /** The law for which it stands, whatever becomes of the documents. */
    @Test
    void whatIsAskedThroughItIsWhatTheLibraryFindsInAllDocuments() throws Exception {
        Random random = RandomDocuments.random();
        Map<Integer, Document> expected = new TreeMap<>();
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<org.bson.Document> items = client.getDatabase("d").getCollection("items");
            for (int id = 0; id < DOCUMENTS; id++) {
                Document document = document(id, random);
                items.insertOne(forDriver(document));
                expected.put(id, document);
            }
            for (int round = 0; round < 1_500; round++) {
                change(random.nextInt(DOCUMENTS), items, expected, random);
                Document query = RandomDocuments.query(random, 2);
                Document order = new Document(List.of("a", "b", "c", "a.b").get(random.nextInt(4)), 1)
                        .append("_id", random.nextBoolean() ? 1 : -1);
                SortOrder sort = SortOrder.of(order).orElseThrow();
                int skip = random.nextInt(3);
                int limit = random.nextInt(5);
                List<Object> all = expected.values().stream()
                        .filter(document -> new DefaultQueryMatcher().matches(document, query))
                        .sorted(Comparator.comparing(sort::valuesIn, sort))
                        .map(document -> document.get("_id"))
                        .toList();

                String asked = "seed " + RandomDocuments.SEED + ": " + query + " by " + order;
                assertThat(items.find(forDriver(query))
                                .sort(forDriver(order))
                                .skip(skip)
                                .limit(limit)
                                .projection(Projections.include("_id"))
                                .map(found -> found.get("_id")))
                        .as(asked)
                        .containsExactlyElementsOf(all.stream()
                                .skip(skip)
                                .limit(limit == 0 ? DOCUMENTS : limit)
                                .toList());
                assertThat(items.find(forDriver(query)).map(found -> found.get("_id")))
                        .as(asked)
                        .containsExactlyInAnyOrderElementsOf(all);
                assertThat(items.countDocuments(forDriver(query))).as(asked).isEqualTo(all.size());
                assertThat(items.distinct("_id", forDriver(query), Integer.class))
                        .as(asked)
                        .hasSize(all.size());
                assertThat(items.aggregate(
                                List.of(
                                        Aggregates.match(forDriver(query)),
                                        Aggregates.group("$_id", Accumulators.first("b", "$b"))),
                                org.bson.BsonDocument.class))
                        .as(asked)
                        .hasSize(all.size())
                        .allSatisfy(group -> assertThat(group.get("b", org.bson.BsonNull.VALUE))
                                .isEqualTo(
                                        bOf(expected.get(group.getInt32("_id").getValue()))));
            }
        }
    }

    @Test
    void manyComeInTheirOrderToo() throws Exception {
        int many = 1_500;
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<org.bson.Document> items = client.getDatabase("d").getCollection("items");
            items.insertMany(IntStream.range(0, many)
                    .mapToObj(id -> new org.bson.Document("_id", id).append("rank", -id))
                    .toList());

            for (int again = 0; again < 3; again++) {
                assertThat(items.find(Filters.lt("rank", 1))
                                .sort(Sorts.ascending("rank"))
                                .limit(many - 1)
                                .map(item -> item.getInteger("_id")))
                        .containsExactlyElementsOf(IntStream.range(1, many)
                                .mapToObj(place -> many - place)
                                .toList());
                assertThat(items.find(Filters.ne("rank", null))).hasSize(many);
                assertThat(items.find(Filters.ne("rank", null)).limit(2).map(item -> item.getInteger("_id")))
                        .containsExactly(0, 1);
            }
        }
    }

    /** What is chosen by its row and changes before it is read leaves no gap. */
    @Test
    void aListHasNoGapsWhileItsDocumentsChange() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<org.bson.Document> items = client.getDatabase("d").getCollection("items");
            items.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(id -> new org.bson.Document("_id", id).append("status", "OPEN"))
                    .toList());
            CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
                for (int i = 0; !done.get(); i++) {
                    String status = i / 20 % 2 == 0 ? "CLOSED" : "OPEN";
                    items.updateOne(Filters.eq("_id", i % 20), Updates.set("status", status));
                }
            });
            for (int i = 0; i < 3_000; i++) {
                assertThat(items.find(Filters.eq("status", "OPEN"))
                                .sort(Sorts.ascending("_id"))
                                .limit(20))
                        .hasSize(20);
            }
            done.set(true);
            changes.get(1, TimeUnit.MINUTES);
        }
    }

    private static void change(
            int id, MongoCollection<org.bson.Document> items, Map<Integer, Document> expected, Random random) {
        org.bson.Document which = new org.bson.Document("_id", id);
        if (expected.remove(id) == null) {
            Document document = document(id, random);
            items.insertOne(forDriver(document));
            expected.put(id, document);
        } else if (random.nextBoolean()) {
            Document document = document(id, random);
            items.replaceOne(which, forDriver(document));
            expected.put(id, document);
        } else {
            items.deleteOne(which);
        }
    }

    /** With an array or a long text in one of several hundreds, as where lists are made. */
    private static Document document(int id, Random random) {
        Document document = RandomDocuments.document(random, 2);
        while (isLarge(document) && random.nextInt(200) > 0) {
            document = RandomDocuments.document(random, 2);
        }
        return document.append("_id", id);
    }

    private static boolean isLarge(Object value) {
        return value instanceof Collection
                || RandomDocuments.LONG.equals(value)
                || (value instanceof Document within && within.values().stream().anyMatch(CoveringIndexTest::isLarge));
    }

    private static BsonValue bOf(Document document) {
        return forDriver(new Document("b", document.get("b"))).toBsonDocument().get("b");
    }

    private static org.bson.Document forDriver(Document document) {
        org.bson.Document same = new org.bson.Document();
        document.forEach((name, value) -> same.append(name, forDriver(value)));
        return same;
    }

    private static Object forDriver(Object value) {
        if (value instanceof Document document) {
            return forDriver(document);
        }
        if (value instanceof Collection<?> array) {
            return array.stream().map(CoveringIndexTest::forDriver).toList();
        }
        return value instanceof Instant instant ? Date.from(instant) : value;
    }
}
