package org.prakat.common.mongo;

import com.mongodb.client.MongoDatabase;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventTraces;

/** What every collection of aggregates needs: the database, and the ways on which events and audit entries leave it. */
public record AggregateStorage(
        MongoDatabase database, CloudEventCodec events, EventTraces traces, OutboxRelay outbox, AuditRelay audit) {}
