package org.prakat.common.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.prakat.common.audit.AuditSeal;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Person;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventTraces;
import org.prakat.testing.BackingServers;

/** An empty database on the backing servers, for one test class. */
public final class TestDatabase {

    /** Who calls, where that is not what is tested. */
    static final Identity CALLER =
            new Identity(new Person("caller", "มาลี ใจดี", "นักวิชาการ"), "wang-saphung", null, Set.of(Role.OFFICER));

    static final AuditSeal SEAL = new AuditSeal(List.of(key('k')));

    private static final Instant NOW = Instant.parse("2026-11-25T03:04:05.678Z");
    private static final MongoClient CLIENT =
            MongoClients.create(BackingServers.get().mongoUri());

    private TestDatabase() {}

    /** A key for seals: the same byte 32 times. */
    static String key(char letter) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) letter);
        return Base64.getEncoder().encodeToString(key);
    }

    /** What a collection of aggregates needs, with an audit relay that does not run by itself. */
    public static AggregateStorage storage(MongoDatabase database, CloudEventCodec codec, OutboxRelay relay) {
        return new AggregateStorage(database, codec, EventTraces.none(), relay, auditRelay(database, trail(database)));
    }

    static MongoAuditTrail trail(MongoDatabase database) {
        return new MongoAuditTrail(database, SEAL, "test-service", () -> NOW);
    }

    static AuditRelay auditRelay(MongoDatabase database, MongoAuditTrail trail) {
        return new AuditRelay(database, trail, Duration.ofHours(1), new SimpleMeterRegistry());
    }

    public static MongoDatabase empty(String name) {
        MongoDatabase database = CLIENT.getDatabase(name);
        database.drop();
        return database;
    }
}
