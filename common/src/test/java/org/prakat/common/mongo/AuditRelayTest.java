package org.prakat.common.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.BsonArray;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.prakat.common.audit.AuditEntry;
import org.prakat.common.audit.AuditEntry.FieldChange;
import org.prakat.common.audit.AuditTrail.Numbered;
import org.prakat.common.audit.AuditTrail.Query;
import org.prakat.common.audit.Verification;
import org.prakat.common.audit.Verification.Fault;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Versioned;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventSender;
import org.prakat.common.messaging.EventTraces;
import org.prakat.testing.SteppedClock;

/** No audit entry, no decision: from the change of an aggregate to the chain. */
class AuditRelayTest {

    private static final Instant NOW = Instant.parse("2026-11-25T03:04:05.678Z");
    private static final String OFFICE = TestDatabase.CALLER.office();
    private static final Cause CALL = Cause.call(TestDatabase.CALLER.from("192.0.2.7"), NOW);

    private final MongoDatabase database = TestDatabase.empty("audit-relay-test");
    private final CloudEventCodec codec = new CloudEventCodec();
    private final OutboxRelay outbox = new OutboxRelay(
            database,
            new EventSender(
                    new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()),
                    codec,
                    URI.create("/prakat/test"),
                    new MongoSentEvents(database)),
            new OutboxRelay.Sweep(Duration.ofHours(1), Duration.ZERO, Duration.ofDays(7)),
            new SteppedClock(NOW),
            new SimpleMeterRegistry());
    private final MongoAuditTrail trail = TestDatabase.trail(database);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AuditRelay relay = new AuditRelay(database, trail, Duration.ofHours(1), meters);
    private final AggregateCollection<Leaflet> leaflets =
            Leaflet.in(new AggregateStorage(database, codec, EventTraces.none(), outbox, relay));

    @AfterEach
    void stop() {
        relay.close();
        outbox.close();
    }

    private List<AuditEntry> entries() {
        return trail.list(OFFICE, new Query(null, null, null, null, null), null, 100).items().stream()
                .map(Numbered::entry)
                .toList();
    }

    private void begin() {
        leaflets.add("l", Change.quiet(Leaflet.of("l", 9)), CALL);
    }

    private void copy(Cause cause) {
        Versioned<Leaflet> before = leaflets.find("l").orElseThrow();
        leaflets.update("l", before, before.state().copied().orElseThrow(), cause);
    }

    @Test
    void everyChangeComesIntoTheTrailWithWhatItChanged() {
        begin();
        copy(CALL);
        copy(Cause.event("event-7", NOW));
        await().until(() -> entries().size() == 3);

        AuditEntry called = entries().get(1);
        assertThat(called.id()).isEqualTo("leaflets/l/2");
        assertThat(called.action()).isEqualTo("request.withdrawn.v1");
        assertThat(called.by()).isEqualTo(TestDatabase.CALLER.person());
        assertThat(called.address()).isEqualTo("192.0.2.7");
        assertThat(called.changes()).containsExactly(new FieldChange("copies", "0", "1"));
        AuditEntry followed = entries().get(0);
        assertThat(followed.by()).isNull();
        assertThat(followed.cause()).isEqualTo("event-7");
        assertThat(trail.verify(OFFICE, List.of())).isEqualTo(new Verification("test-service", OFFICE, 3, null));
    }

    @Test
    void aSecretIsNotToldEvenHere() {
        begin();
        await().until(() -> entries().size() == 1);

        assertThat(entries().get(0).action()).isEqualTo("leaflets.added");
        assertThat(entries().get(0).changes())
                .contains(new FieldChange("paper", null, "***"), new FieldChange("bytes", null, "5000000000"))
                .noneMatch(change -> "YELLOW".equals(change.after()));
    }

    @Test
    void whatACrashLeftInADocumentIsMovedAtTheNextStart() {
        relay.close();
        begin();
        assertThat(entries()).isEmpty();
        assertThat(trail.verify(OFFICE, List.of()).isIntact()).isTrue();

        AuditRelay next = TestDatabase.auditRelay(database, trail);
        next.watch("leaflets", leaflets);
        next.start();
        await().until(() -> entries().size() == 1);
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
        next.close();
    }

    private BsonArray waiting() {
        return Objects.requireNonNull(leaflets.documents().find(eq("_id", "l")).first())
                .getArray("audit");
    }

    @Test
    void whatCannotBeMovedIsCountedUntilItCan() {
        begin();
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
        assertThat(blocked()).isZero();
        database.getCollection("leaflets")
                .updateOne(eq("_id", "l"), set("audit", List.of(new Document("id", "no entry"))));

        relay.committed("leaflets", "l");
        await().until(() -> blocked() == 1);

        database.getCollection("leaflets").updateOne(eq("_id", "l"), set("audit", List.of()));
        await().until(() -> blocked() == 0);
    }

    private double blocked() {
        return meters.get("prakat.audit.blocked").gauge().value();
    }

    @Test
    void aChangeBehindTheSystemsBackShows() {
        begin();
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
        database.getCollection("leaflets").updateOne(eq("_id", "l"), set("version", 2L));

        Verification.Break broken = trail.verify(OFFICE, List.of()).broken();
        assertThat(broken).isEqualTo(new Verification.Break(2, Fault.NOT_TOLD, "leaflets/l/2"));
    }

    @Test
    void aTrailThatIsEmptiedShowsByWhatItDoesNotTellOf() {
        begin();
        await().untilAsserted(() -> assertThat(waiting()).isEmpty());
        database.getCollection("audit").deleteMany(new Document());
        database.getCollection("audit_heads").deleteMany(new Document());

        Verification.Break broken = trail.verify(OFFICE, List.of()).broken();
        assertThat(broken).isEqualTo(new Verification.Break(1, Fault.NOT_TOLD, "leaflets/l/1"));
    }
}
