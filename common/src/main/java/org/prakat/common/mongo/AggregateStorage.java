package org.prakat.common.mongo;

import com.mongodb.client.MongoDatabase;
import org.prakat.common.messaging.CloudEventCodec;

/** What every collection of aggregates needs: the database, and the ways on which events and audit entries leave it. */
public record AggregateStorage(MongoDatabase database, CloudEventCodec events, OutboxRelay outbox, AuditRelay audit) {}
