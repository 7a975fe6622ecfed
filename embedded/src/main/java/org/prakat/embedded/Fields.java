package org.prakat.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a document that somebody looks at, by their paths. Of a document in BSON only these are decoded, and all else is
 * stepped over by its length (<a href="https://bsonspec.org/spec.html">BSON 1.1</a>): a list looks at a few fields of thousands of documents.
 */
final class Fields {

    private static final int INT = 4;
    private static final int LONG = 8;

    private final List<Field> fields = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();

    /** Whether all of them are looked at. */
    private boolean all;

    /** A field by the bytes of its name, and what is looked at within it. */
    private record Field(byte[] name, Fields within) {

        boolean isNamed(byte[] bson, int from, int to) {
            return Arrays.equals(name, 0, name.length, bson, from, to);
        }
    }

    static Fields none() {
        return new Fields();
    }

    static Fields all() {
        Fields fields = new Fields();
        fields.all = true;
        return fields;
    }

    /** Adds those that a query sets conditions for. */
    Fields andOfQuery(Document query) {
        query.forEach((key, condition) -> {
            if (!key.startsWith("$")) {
                and(key);
            } else if (condition instanceof Collection<?> queries
                    && List.of("$and", "$or", "$nor").contains(key)) {
                queries.forEach(one -> andOfQuery((Document) one));
            } else {
                all = true;
            }
        });
        return this;
    }

    /** Adds those that the stages of an aggregation look at, up to the one that makes documents of its own. */
    Fields andOfPipeline(List<Document> pipeline) {
        for (Document stage : pipeline) {
            if (stage.get("$match") instanceof Document query) {
                andOfQuery(query);
            } else if (stage.get("$group") instanceof Document group) {
                return andOfExpression(group);
            } else {
                return all();
            }
        }
        return all();
    }

    private Fields andOfExpression(Object expression) {
        if (expression instanceof Document operators) {
            operators.values().forEach(this::andOfExpression);
        } else if (expression instanceof Collection<?> operands) {
            operands.forEach(this::andOfExpression);
        } else if (expression instanceof String reference && reference.startsWith("$$")) {
            all = true;
        } else if (expression instanceof String reference && reference.startsWith("$")) {
            and(reference.substring(1));
        }
        return this;
    }

    /** Adds those with these paths. */
    Fields and(Collection<String> paths) {
        paths.forEach(this::and);
        return this;
    }

    /** Adds those that others are. */
    Fields and(Fields others) {
        all |= others.all;
        return and(others.paths);
    }

    /** Empty when all are looked at. */
    Optional<Set<String>> paths() {
        return all ? Optional.empty() : Optional.of(paths);
    }

    private void and(String path) {
        paths.add(path);
        int dot = path.indexOf('.');
        Fields within = within(dot < 0 ? path : path.substring(0, dot));
        if (dot < 0) {
            within.all = true;
        } else {
            within.and(path.substring(dot + 1));
        }
    }

    private Fields within(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return fields.stream()
                .filter(field -> field.isNamed(bytes, 0, bytes.length))
                .findFirst()
                .map(Field::within)
                .orElseGet(() -> {
                    fields.add(new Field(bytes, new Fields()));
                    return fields.get(fields.size() - 1).within();
                });
    }

    /** The document with these fields; who gets it may change it. */
    Document decode(byte[] bson) {
        return decode(Unpooled.wrappedBuffer(bson));
    }

    private Document decode(ByteBuf bson) {
        if (all) {
            return BsonDecoder.decodeBson(bson);
        }
        int end = bson.readerIndex() + bson.getIntLE(bson.readerIndex());
        bson.skipBytes(INT);
        Document document = new Document();
        int missing = fields.size();
        while (missing > 0) {
            byte type = bson.readByte();
            if (type == BsonConstants.TERMINATING_BYTE) {
                break;
            }
            Field field = next(bson);
            if (field == null) {
                skip(type, bson);
            } else {
                String name = new String(field.name(), StandardCharsets.UTF_8);
                document.put(name, field.within().value(type, bson));
                missing--;
            }
        }
        bson.readerIndex(end);
        return document;
    }

    /** An array is decoded as a whole: the paths of a query may mean its elements or what is within each. */
    private Object value(byte type, ByteBuf bson) {
        return type == BsonConstants.TYPE_EMBEDDED_DOCUMENT ? decode(bson) : BsonDecoder.decodeValue(type, bson);
    }

    /** Reads the next name; null when nobody looks at a field of that name. */
    private @Nullable Field next(ByteBuf bson) {
        byte[] bytes = bson.array();
        int from = bson.readerIndex();
        int to = from;
        while (bytes[to] != BsonConstants.STRING_TERMINATION) {
            to++;
        }
        bson.readerIndex(to + 1);
        for (Field field : fields) {
            if (field.isNamed(bytes, from, to)) {
                return field;
            }
        }
        return null;
    }

    private static void skip(byte type, ByteBuf bson) {
        int length = bson.readableBytes() < INT ? 0 : bson.getIntLE(bson.readerIndex());
        switch (type) {
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY -> bson.skipBytes(length);
            case BsonConstants.TYPE_UTF8_STRING -> bson.skipBytes(INT + length);
            case BsonConstants.TYPE_DATA -> bson.skipBytes(INT + 1 + length);
            case BsonConstants.TYPE_DOUBLE,
                    BsonConstants.TYPE_UTC_DATETIME,
                    BsonConstants.TYPE_TIMESTAMP,
                    BsonConstants.TYPE_INT64 -> bson.skipBytes(LONG);
            case BsonConstants.TYPE_INT32 -> bson.skipBytes(INT);
            case BsonConstants.TYPE_BOOLEAN -> bson.skipBytes(1);
            case BsonConstants.TYPE_NULL -> {}
            default -> BsonDecoder.decodeValue(type, bson);
        }
    }
}
