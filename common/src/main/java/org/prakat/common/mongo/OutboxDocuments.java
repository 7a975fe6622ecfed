package org.prakat.common.mongo;

import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.prakat.common.messaging.OutboxEntry;

/** Outbox entries as they stand in the documents. */
final class OutboxDocuments {

    private static final String TRACEPARENT = "traceparent";

    private OutboxDocuments() {}

    static BsonDocument toBson(OutboxEntry entry) {
        BsonDocument document = new BsonDocument("eventId", new BsonString(entry.eventId()))
                .append("sequence", new BsonInt64(entry.sequence()))
                .append("type", new BsonString(entry.type()))
                .append("subject", new BsonString(entry.subject()))
                .append("time", new BsonDateTime(entry.time().toEpochMilli()))
                .append("body", new BsonString(entry.body()));
        if (entry.traceparent() != null) {
            document.append(TRACEPARENT, new BsonString(entry.traceparent()));
        }
        return document;
    }

    static OutboxEntry fromBson(BsonDocument document) {
        return new OutboxEntry(
                document.getString("eventId").getValue(),
                document.getNumber("sequence").longValue(),
                document.getString("type").getValue(),
                document.getString("subject").getValue(),
                Instant.ofEpochMilli(document.getDateTime("time").getValue()),
                document.getString("body").getValue(),
                document.containsKey(TRACEPARENT)
                        ? document.getString(TRACEPARENT).getValue()
                        : null);
    }
}
