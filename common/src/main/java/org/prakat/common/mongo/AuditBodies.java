package org.prakat.common.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.prakat.common.audit.AuditEntry;
import tools.jackson.databind.json.JsonMapper;

/** Audit entries as the JSON that is stored and sealed. */
final class AuditBodies {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private AuditBodies() {}

    /** As it stands in a document until it is moved into the chain. */
    static BsonDocument toBson(AuditEntry entry) {
        return new BsonDocument("id", new BsonString(entry.id())).append("body", new BsonString(write(entry)));
    }

    /** The entries that still stand in a document. */
    static List<AuditEntry> in(BsonDocument document) {
        return elements(document)
                .map(entry -> read(entry.getString("body").getValue()))
                .toList();
    }

    /** The ids of the entries that still stand in a document. */
    static List<String> idsIn(BsonDocument document) {
        return elements(document).map(entry -> entry.getString("id").getValue()).toList();
    }

    private static Stream<BsonDocument> elements(BsonDocument document) {
        return document.getArray("audit", new BsonArray()).stream().map(BsonValue::asDocument);
    }

    static String write(AuditEntry entry) {
        return JSON.writeValueAsString(entry);
    }

    static AuditEntry read(String body) {
        return JSON.readValue(body, AuditEntry.class);
    }
}
