package org.prakat.gateway.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.prakat.gateway.application.port.FailedSignIns;

/**
 * Failures in windows of five minutes. A name is blocked only for the address that failed with it, so that a stranger cannot
 * keep its owner out; an address is blocked when it tries many names.
 */
public final class MongoFailedSignIns implements FailedSignIns {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int MOST_FOR_A_NAME = 8;
    private static final int MOST_FOR_AN_ADDRESS = 60;

    private final MongoCollection<Document> collection;
    private final Counter counted;

    public MongoFailedSignIns(MongoDatabase database, MeterRegistry meters) {
        this.counted = meters.counter("prakat.sign-ins.failed");
        this.collection = database.getCollection("failed_sign_ins");
        collection.createIndex(Indexes.ascending("end"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    @Override
    public boolean tooMany(String userName, String address, Instant now) {
        return failures(key(userName + " " + address, now)) >= MOST_FOR_A_NAME
                || failures(key(address, now)) >= MOST_FOR_AN_ADDRESS;
    }

    @Override
    public void count(String userName, String address, Instant now) {
        increment(key(userName + " " + address, now), now);
        increment(key(address, now), now);
        counted.increment();
    }

    private int failures(String key) {
        return Optional.ofNullable(collection.find(eq("_id", key)).first())
                .map(document -> document.getInteger("failures", 0))
                .orElse(0);
    }

    private void increment(String key, Instant now) {
        collection.updateOne(
                eq("_id", key),
                Updates.combine(Updates.inc("failures", 1), Updates.set("end", now.plus(WINDOW))),
                new UpdateOptions().upsert(true));
    }

    private static String key(String who, Instant now) {
        return now.getEpochSecond() / WINDOW.toSeconds() + " " + who;
    }
}
