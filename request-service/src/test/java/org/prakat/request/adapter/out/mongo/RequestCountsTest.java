package org.prakat.request.adapter.out.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import org.apache.kafka.clients.producer.MockProducer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventSender;
import org.prakat.common.mongo.MongoSentEvents;
import org.prakat.common.mongo.OutboxRelay;
import org.prakat.common.mongo.TestDatabase;
import org.prakat.request.domain.RequestStatus;
import org.prakat.request.domain.Samples;

class RequestCountsTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final MongoDatabase database = TestDatabase.empty("request-counts-test");
    private OutboxRelay relay;

    @BeforeEach
    void measure() {
        CloudEventCodec codec = new CloudEventCodec();
        relay = new OutboxRelay(
                database,
                new EventSender(new MockProducer<>(), codec, URI.create("/test"), new MongoSentEvents(database)),
                new OutboxRelay.Sweep(Duration.ofHours(1), Duration.ZERO, Duration.ofDays(7)),
                () -> Samples.NOW,
                meters);
        MongoRequests requests = new MongoRequests(TestDatabase.storage(database, codec, relay));
        new RequestCounts(() -> requests).bindTo(meters);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void requestsAreCountedByTheirStatusAndNotAnewAtEachLook() {
        store("r1", RequestStatus.SUBMITTED);
        store("r2", RequestStatus.SUBMITTED);
        store("r3", RequestStatus.PUBLISHED);

        assertThat(counted("submitted")).isEqualTo(2);
        assertThat(counted("published")).isEqualTo(1);
        assertThat(counted("withdrawn")).isZero();

        store("r4", RequestStatus.SUBMITTED);
        assertThat(counted("submitted")).isEqualTo(2);
    }

    private void store(String id, RequestStatus status) {
        database.getCollection("requests")
                .insertOne(new Document("_id", id).append("state", new Document("status", status.name())));
    }

    private double counted(String status) {
        return meters.get("prakat.requests").tag("status", status).gauge().value();
    }
}
