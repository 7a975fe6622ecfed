package org.prakat.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FieldsTest {

    private static final List<Object> VALUES = List.of(
            1.5,
            "ประกาศ",
            "",
            new Document(),
            new Document("in", "side").append("more", List.of(1, 2)),
            List.of(),
            List.of("a", new Document("b", 1), List.of(2)),
            new BinData(new byte[] {0, 1, 2}),
            UUID.fromString("5f7e5a0c-6a4f-4d0e-9f60-0c3f2a0a8f11"),
            new ObjectId(),
            true,
            Instant.ofEpochMilli(1_700_000_000_000L),
            new BsonRegularExpression("^a.*", "i"),
            7,
            new BsonTimestamp(9L),
            8L,
            new Decimal128(new BigDecimal("1.25")),
            MinKey.getInstance(),
            MaxKey.getInstance());

    static List<Object> values() {
        return VALUES;
    }

    @ParameterizedTest
    @MethodSource("values")
    void stepsOverEveryKindOfValue(Object value) {
        Document whole = new Document("_id", 1)
                .append("skipped", value)
                .append("none", null)
                .append("looked", value)
                .append("after", value);

        assertThat(bson(decoded(Fields.none().and(List.of("looked")), whole)))
                .isEqualTo(bson(new Document("looked", value)));
        assertThat(bson(decoded(Fields.none().and(List.of("after", "_id")), whole)))
                .isEqualTo(bson(new Document("_id", 1).append("after", value)));
        assertThat(bson(decoded(Fields.all(), whole))).isEqualTo(bson(whole));
    }

    @Test
    void decodesPathsWithinDocumentsAndWholeArrays() {
        Document whole = new Document(
                        "state",
                        new Document("status", "PUBLISHED")
                                .append("form", new Document("title", "ประกาศ").append("office", "a"))
                                .append("files", List.of(new Document("name", "a.pdf").append("size", 3))))
                .append("statement", "no field of that name is asked for");

        assertThat(decoded(Fields.none().and(List.of("state.form.office", "state.files.name", "state.no.such")), whole))
                .isEqualTo(new Document(
                        "state",
                        new Document("form", new Document("office", "a"))
                                .append("files", List.of(new Document("name", "a.pdf").append("size", 3)))));
        assertThat(decoded(Fields.none().and(List.of("state.form.office", "state.form")), whole))
                .as("a whole and a part of it")
                .isEqualTo(new Document(
                        "state", new Document("form", new Document("title", "ประกาศ").append("office", "a"))));
    }

    @Test
    void anAggregationLooksAtWhatItsFirstStagesName() {
        Document whole = new Document("a", 1)
                .append("b", new Document("c", 2).append("d", 3))
                .append("e", 4);
        Document match = new Document("$match", new Document("a", 1));
        Document group = new Document(
                "$group", new Document("_id", "$b.c").append("n", new Document("$sum", List.of("$b.d", 1))));

        assertThat(decoded(Fields.none().andOfPipeline(List.of(match, group, new Document("$limit", 1))), whole))
                .isEqualTo(new Document("a", 1).append("b", new Document("c", 2).append("d", 3)));
        for (Document other :
                List.of(new Document("$unwind", "$b"), new Document("$group", new Document("_id", "$$ROOT")))) {
            assertThat(decoded(Fields.none().andOfPipeline(List.of(match, other)), whole))
                    .isEqualTo(whole);
        }
        assertThat(decoded(Fields.none().andOfPipeline(List.of(match)), whole)).isEqualTo(whole);
    }

    /** The law for which all this stands: a query that sees only what it looks at answers as if it saw everything. */
    @Test
    void aQueryFindsTheSameInWhatItLooksAtAsInTheWhole() {
        Random random = RandomDocuments.random();
        for (int i = 0; i < 20_000; i++) {
            Document whole = RandomDocuments.document(random, 3);
            Document query = RandomDocuments.query(random, 2);

            boolean found = new DefaultQueryMatcher().matches(whole, query);

            Document looked = decoded(Fields.none().andOfQuery(query), whole);
            assertThat(new DefaultQueryMatcher().matches(looked, query))
                    .as("seed %d: %s in %s", RandomDocuments.SEED, query, whole)
                    .isEqualTo(found);
        }
    }

    private static Document decoded(Fields fields, Document document) {
        return fields.decode(bson(document));
    }

    private static byte[] bson(Document document) {
        ByteBuf bson = Unpooled.buffer();
        BsonEncoder.encodeDocument(document, bson);
        return ByteBufUtil.getBytes(bson);
    }
}
