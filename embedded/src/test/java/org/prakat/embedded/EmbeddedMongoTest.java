package org.prakat.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedMongoTest {

    @TempDir
    private Path folder;

    @Test
    void keepsDocumentsOverARestart() throws Exception {
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            items(client).insertOne(new Document("_id", "a").append("ชื่อ", "ประกาศ"));
        }
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertThat(items(client).find(eq("_id", "a")).first()).containsEntry("ชื่อ", "ประกาศ");
        }
    }

    @Test
    void keepsEveryKindOfValueAndKeyOverARestart() throws Exception {
        Document everything = new Document("_id", new Document("a", 1).append("b", "ก"))
                .append("text", "ประกาศ")
                .append("small", 7)
                .append("large", 5_000_000_000L)
                .append("real", 0.5)
                .append("yes", true)
                .append("nothing", null)
                .append("time", Date.from(Instant.parse("2026-11-28T03:04:05.678Z")))
                .append("object", new ObjectId("65f0c1c2a3b4d5e6f7081920"))
                .append("bytes", new Binary(new byte[] {1, 2, 3}))
                .append("decimal", new Decimal128(new BigDecimal("1.10")))
                .append("list", List.of("a", 1, new Document("deep", List.of(2L))));
        List<Object> keys = List.of("a", 1, 2L, 1.5, true, new ObjectId(), new Date(), new Binary(new byte[] {9}));
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            items(client).insertOne(everything);
            keys.forEach(key -> items(client).insertOne(new Document("_id", key)));
        }
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> items = items(client);
            assertThat(items.find(eq("_id", everything.get("_id"))).first()).isEqualTo(everything);
            assertThat(keys)
                    .allSatisfy(key ->
                            assertThat(items.find(eq("_id", key)).first()).containsEntry("_id", key));
            assertThat(keys).allSatisfy(key -> assertThatThrownBy(() -> items.insertOne(new Document("_id", key)))
                    .isInstanceOf(MongoWriteException.class));
        }
    }

    @Test
    void refusesAFileOfAnotherFormat() {
        try (MVStore other = MVStore.open(folder.resolve("documents.mv").toString())) {
            other.openMap("databases.items").put("a", "b");
            other.commit();
        }

        assertThatThrownBy(() -> new EmbeddedMongo(folder, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another version of Prakat");
    }

    @Test
    void decidesOnceForEachVersionAndCause() throws Exception {
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> items = items(client);
            items.insertOne(new Document("_id", "a")
                    .append("version", 1L)
                    .append("outbox", List.of())
                    .append("inbox", List.of("event-1")));

            assertThat(decide(items, 1, "event-1")).isZero();
            assertThat(decide(items, 2, "event-2")).isZero();
            assertThat(decide(items, 1, "event-2")).isOne();
            assertThat(decide(items, 1, "event-3")).isZero();

            assertThat(items.find(lte("outbox.time", new Date())).first()).isNotNull();
            assertThat(items.find(lte("outbox.time", new Date(0))).first()).isNull();
            items.updateOne(eq("_id", "a"), Updates.pullByFilter(eq("outbox", eq("eventId", "out-2"))));
            assertThat(items.find().first().getList("outbox", Document.class)).isEmpty();
        }
    }

    private static long decide(MongoCollection<Document> items, long version, String cause) {
        return items.updateOne(
                        and(eq("_id", "a"), eq("version", version), ne("inbox", cause)),
                        Updates.combine(
                                Updates.set("version", version + 1),
                                Updates.push("outbox", new Document("eventId", "out-2").append("time", new Date())),
                                Updates.push("inbox", cause)))
                .getMatchedCount();
    }

    @Test
    void holdsASparseUniqueIndex() throws Exception {
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> items = itemsWithOrderKeys(client);
            items.insertOne(new Document("_id", "a").append("state", new Document()));
            items.insertOne(new Document("_id", "b").append("state", new Document()));
            items.updateOne(eq("_id", "a"), Updates.set("state", new Document("orderKey", "x/1")));

            assertThatThrownBy(() ->
                            items.updateOne(eq("_id", "b"), Updates.set("state", new Document("orderKey", "x/1"))))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    void givesTheFirstFewOfAnOrder() throws Exception {
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> items = items(client);
            for (int i = 0; i < 100; i++) {
                items.insertOne(
                        new Document("_id", i).append("rank", i * 37 % 100).append("even", i % 2 == 0));
            }

            assertThat(items.find()
                            .sort(Sorts.ascending("rank"))
                            .skip(3)
                            .limit(4)
                            .map(item -> item.get("rank")))
                    .containsExactly(3, 4, 5, 6);
            assertThat(items.find(eq("even", true))
                            .sort(Sorts.descending("even", "rank"))
                            .limit(2)
                            .projection(Projections.include("rank"))
                            .map(item -> item.get("rank")))
                    .containsExactly(98, 96);
            assertThat(items.find().sort(Sorts.descending("rank")).map(item -> item.getInteger("rank")))
                    .as("all of them")
                    .containsExactlyElementsOf(IntStream.range(0, 100)
                            .map(rank -> 99 - rank)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void countsAndGroupsAndTellsApart() throws Exception {
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> items = items(client);
            for (int i = 0; i < 10; i++) {
                Document state = new Document("kind", "k" + i % 3)
                        .append("size", i)
                        .append("tags", List.of(new Document("name", "t" + i % 2), new Document("name", "all")));
                items.insertOne(new Document("_id", i).append("state", state));
            }

            assertThat(items.countDocuments(gte("state.size", 4))).isEqualTo(6);
            assertThat(items.countDocuments()).isEqualTo(10);
            assertThat(items.aggregate(List.of(
                                    Aggregates.match(gte("state.size", 4)),
                                    Aggregates.group("$state.kind", Accumulators.sum("sizes", "$state.size"))))
                            .map(kind -> kind.getString("_id") + " " + kind.get("sizes")))
                    .containsExactlyInAnyOrder("k0 15", "k1 11", "k2 13");
            assertThat(items.aggregate(List.of(Aggregates.match(gte("state.size", 4)), Aggregates.limit(2))))
                    .extracting(item -> item.getEmbedded(List.of("state", "tags"), List.class))
                    .allMatch(tags -> tags.size() == 2)
                    .hasSize(2);
            assertThat(items.distinct("state.tags.name", gte("state.size", 9), String.class))
                    .containsExactlyInAnyOrder("t1", "all");
            assertThat(items.distinct("state.kind", String.class)).containsExactlyInAnyOrder("k0", "k1", "k2");
        }
    }

    @Test
    void findsByAValueWhateverBecameOfTheDocuments() throws Exception {
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> items = items(client);
            items.insertOne(itemOf(0));
            items.createIndex(Indexes.ascending("state.owner", "_id"));
            items.createIndex(Indexes.ascending("state.tags"));
            for (int i = 1; i < 100; i++) {
                items.insertOne(itemOf(i));
            }
            items.updateOne(eq("_id", "i10"), Updates.set("state.owner", "moved"));
            items.updateOne(eq("_id", "i20"), Updates.unset("state.owner"));
            items.updateOne(eq("_id", "i30"), Updates.set("state.owner", List.of("o9", "o8")));
            items.deleteOne(eq("_id", "i40"));

            assertFinds(items);
        }
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            assertFinds(items(client));
            items(client).updateOne(eq("_id", "i30"), Updates.set("state.owner", "o0"));
            assertThat(ids(items(client), eq("state.owner", "o0"))).contains("i30");
        }
    }

    private static Document itemOf(int number) {
        Document state = new Document("owner", "o" + number % 10).append("tags", List.of("t" + number));
        return new Document("_id", "i" + number).append("rank", number).append("state", state);
    }

    private static void assertFinds(MongoCollection<Document> items) {
        assertThat(ids(items, eq("state.owner", "o0")))
                .containsExactlyInAnyOrder("i0", "i50", "i60", "i70", "i80", "i90");
        assertThat(ids(items, and(lte("rank", 50), eq("state.owner", "o0")))).containsExactlyInAnyOrder("i0", "i50");
        assertThat(ids(items, and(lte("rank", 12), in("state.owner", "moved", "o1", "nobody"))))
                .containsExactlyInAnyOrder("i1", "i10", "i11");
        assertThat(ids(items, and(lte("rank", 31), eq("state.owner", "o9"))))
                .containsExactlyInAnyOrder("i9", "i19", "i29", "i30");
        assertThat(ids(items, eq("state.owner", null))).containsExactly("i20");
        assertThat(ids(items, eq("state.tags", "t7"))).containsExactly("i7");
        assertThat(ids(items, eq("state.owner", "nobody"))).isEmpty();
    }

    @Test
    void aReaderNeverSeesHalfOfAChange() throws Exception {
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> items = items(client);
            Document wide = new Document("_id", "a").append("first", 0);
            for (int i = 0; i < 500; i++) {
                wide.append("between" + i, i);
            }
            items.insertOne(wide.append("last", 0));
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
                for (int i = 1; i <= 500; i++) {
                    items.updateOne(eq("_id", "a"), Updates.combine(Updates.set("first", i), Updates.set("last", i)));
                }
            });

            List<Document> torn = new ArrayList<>();
            while (!writer.isDone()) {
                Document seen = items.find(eq("_id", "a")).first();
                if (!Objects.equals(seen.get("first"), seen.get("last"))) {
                    torn.add(seen);
                }
            }

            writer.get();
            assertThat(torn).isEmpty();
        }
    }

    @Test
    void aConditionBesideAKeyStillCounts() throws Exception {
        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            MongoCollection<Document> items = itemsWithOrderKeys(client);
            for (int i = 0; i < 5; i++) {
                items.insertOne(new Document("_id", "a" + i)
                        .append("version", (long) i)
                        .append("state", new Document("orderKey", "x/" + i)));
            }

            assertThat(ids(items, and(eq("_id", "a2"), eq("version", 2L)))).containsExactly("a2");
            assertThat(ids(items, and(eq("_id", "a2"), eq("version", 3L)))).isEmpty();
            assertThat(ids(items, and(gte("version", 3L), in("_id", "a1", "a3", "a4", "no"))))
                    .containsExactly("a3", "a4");
            assertThat(ids(items, and(and(eq("version", 1L), eq("state.orderKey", "x/1")), ne("_id", "a0"))))
                    .containsExactly("a1");
            assertThat(ids(items, and(ne("_id", "a0"), lte("version", 1L)))).containsExactly("a1");
            assertThat(ids(items, or(eq("_id", "a0"), eq("version", 4L)))).containsExactly("a0", "a4");
            assertThat(ids(items, and(eq("state.orderKey", null), eq("version", 1L))))
                    .isEmpty();
        }
    }

    private static List<String> ids(MongoCollection<Document> items, Bson query) {
        return items.find(query).map(item -> item.getString("_id")).into(new ArrayList<>());
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 400, 1_000})
    void losesNothingThatItAcknowledgedWhenTheProcessIsKilled(int acknowledgedBeforeTheKill) throws Exception {
        Set<String> acknowledged = new HashSet<>();
        try (ForkedJvm writer = ForkedJvm.start(KilledWriter.class, folder.toString())) {
            while (acknowledged.size() < acknowledgedBeforeTheKill) {
                acknowledged.add(writer.readLine());
            }
            writer.kill();
            acknowledged.addAll(writer.remainingLines());
        }

        try (EmbeddedMongo mongo = new EmbeddedMongo(folder, 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            Set<String> kept = new HashSet<>();
            items(client).find(eq("updated", true)).forEach(item -> kept.add(item.getString("_id")));
            assertThat(kept).containsAll(acknowledged);
        }
    }

    private static MongoCollection<Document> itemsWithOrderKeys(MongoClient client) {
        MongoCollection<Document> items = items(client);
        items.createIndex(
                Indexes.ascending("state.orderKey"),
                new IndexOptions().unique(true).sparse(true));
        return items;
    }

    static MongoCollection<Document> items(MongoClient client) {
        return client.getDatabase("test").getCollection("items");
    }
}
