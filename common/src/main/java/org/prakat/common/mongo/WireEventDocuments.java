package org.prakat.common.mongo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.prakat.common.messaging.WireEvent;

/**
 * Events that are kept as they came, byte for byte. Attributes stand as pairs, since their names are anybody's and need not
 * be names that a document may have.
 */
final class WireEventDocuments {

    private static final String NAME = "name";
    private static final String VALUE = "value";

    private WireEventDocuments() {}

    static Document toDocument(WireEvent event) {
        List<Document> attributes = event.attributes().entrySet().stream()
                .map(attribute -> new Document(NAME, attribute.getKey()).append(VALUE, attribute.getValue()))
                .toList();
        return new Document("topic", event.topic())
                .append("key", event.key())
                .append("attributes", attributes)
                .append("body", new Binary(event.body()));
    }

    static WireEvent fromDocument(Document document) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Document attribute : document.getList("attributes", Document.class)) {
            attributes.put(attribute.getString(NAME), attribute.getString(VALUE));
        }
        return new WireEvent(
                document.getString("topic"),
                document.getString("key"),
                attributes,
                document.get("body", Binary.class).getData());
    }
}
