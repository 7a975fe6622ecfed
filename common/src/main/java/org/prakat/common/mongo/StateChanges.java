package org.prakat.common.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.prakat.common.audit.AuditEntry.FieldChange;

/** What differs between two states of an aggregate, field by field. */
final class StateChanges {

    /** Stands for what nobody may read, not even in the audit trail. */
    private static final String WITHHELD = "***";

    private StateChanges() {}

    /** @param secret the name of the field whose values are not told, only that they changed; empty for none */
    static List<FieldChange> between(BsonDocument before, BsonDocument after, String secret) {
        Map<String, String> old = leaves(before);
        Map<String, String> fresh = leaves(after);
        TreeSet<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(fresh.keySet());
        List<FieldChange> changes = new ArrayList<>();
        for (String field : fields) {
            String was = old.get(field);
            String is = fresh.get(field);
            if (!Objects.equals(was, is)) {
                boolean withheld = field.equals(secret);
                changes.add(new FieldChange(
                        field, withheld && was != null ? WITHHELD : was, withheld && is != null ? WITHHELD : is));
            }
        }
        return changes;
    }

    private static Map<String, String> leaves(BsonDocument document) {
        Map<String, String> leaves = new TreeMap<>();
        document.forEach((name, value) -> collect(name, value, leaves));
        return leaves;
    }

    private static void collect(String path, BsonValue value, Map<String, String> leaves) {
        if (value.isDocument()) {
            value.asDocument().forEach((name, inner) -> collect(path + "." + name, inner, leaves));
        } else if (value.isArray()) {
            BsonArray array = value.asArray();
            for (int i = 0; i < array.size(); i++) {
                collect(path + "." + i, array.get(i), leaves);
            }
        } else if (!value.isNull()) {
            leaves.put(path, text(value));
        }
    }

    private static String text(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> value.asString().getValue();
            case INT32 -> Integer.toString(value.asInt32().getValue());
            case INT64 -> Long.toString(value.asInt64().getValue());
            case BOOLEAN -> Boolean.toString(value.asBoolean().getValue());
            case DATE_TIME ->
                Instant.ofEpochMilli(value.asDateTime().getValue()).toString();
            default -> value.toString();
        };
    }
}
