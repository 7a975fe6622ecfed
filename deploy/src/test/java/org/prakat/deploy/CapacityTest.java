package org.prakat.deploy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the containers: {@code TESTS=CapacityTest deploy/smoke/run}. What it found is in docs/operations.md. */
@EnabledIfSystemProperty(named = "prakat.smoke", matches = "http.*", disabledReason = "deploy/smoke/run plays it")
class CapacityTest {

    private static final Logger log = LoggerFactory.getLogger(CapacityTest.class);

    private static final String GATEWAY = System.getProperty("prakat.smoke", "");
    private static final String PASSWORD = System.getProperty("prakat.smoke.password", "");
    private static final int PEOPLE = Integer.getInteger("prakat.smoke.people", 8);
    private static final int ROUNDS = Integer.getInteger("prakat.smoke.rounds", 3);
    private static final int READERS = 16;
    private static final int SECONDS = Integer.getInteger("prakat.smoke.seconds", 60);
    private static final int SETTLE_SECONDS = 15;
    private static final int FEW = 2;
    private static final List<String> SCALED = List.of("request-service", "approval-service");
    private static final List<String> MEASURED = Stream.concat(
                    Project.SERVICES.stream(), Stream.of("kafka", "mongodb", "object-store"))
            .toList();

    @Test
    void requestsThroughTheProcedure() throws Exception {
        try (Traffic traffic = new Traffic(PEOPLE, GATEWAY, PASSWORD)) {
            AtomicInteger finished = new AtomicInteger();
            measure("requests", () -> finished.addAndGet(traffic.seen().finished()));
            traffic.end();
        }
    }

    @Test
    void pagesOfTheSite() throws Exception {
        URI page = URI.create(GATEWAY + "/items/" + new Course(GATEWAY, PASSWORD, Course.Watch.NOBODY).run(false));
        AtomicInteger read = new AtomicInteger();
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            for (int i = 0; i < READERS; i++) {
                readers.submit(() -> readOn(page, read));
            }
            measure("pages", read::get);
        } finally {
            readers.shutdownNow();
        }
    }

    private static Void readOn(URI page, AtomicInteger read) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        while (http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                        .statusCode()
                == 200) {
            read.incrementAndGet();
        }
        return null;
    }

    /** What a container had taken of the processors when so much was done. */
    private record Sample(Duration processor, int done, long nanos) {

        static Sample of(String service, IntSupplier done) throws IOException, InterruptedException {
            return new Sample(Engine.processorTime(service), done.getAsInt(), System.nanoTime());
        }
    }

    /** @param done how many since the beginning */
    private static void measure(String what, IntSupplier done) throws Exception {
        TimeUnit.SECONDS.sleep(SECONDS);
        Map<String, Sample> begin = new TreeMap<>();
        for (String service : MEASURED) {
            begin.put(service, Sample.of(service, done));
        }
        TimeUnit.SECONDS.sleep(SECONDS);
        for (String service : MEASURED) {
            Sample before = Objects.requireNonNull(begin.get(service));
            Sample after = Sample.of(service, done);
            int count = after.done - before.done;
            log.warn(
                    "{}: {} a second, {} ms of a processor each, {}",
                    service,
                    String.format("%.1f %s", count * 1e9 / (after.nanos - before.nanos), what),
                    String.format(
                            "%.2f", after.processor.minus(before.processor).toNanos() / 1e6 / count),
                    Engine.memory(service));
        }
    }

    /** The longest that news took from one service to the next is the longest gap in what consumers do. */
    @Test
    void theLongestGapWhileReplicasComeAndGo() throws Exception {
        try (Traffic traffic = new Traffic(FEW, GATEWAY, PASSWORD)) {
            for (int round = 0; round < ROUNDS; round++) {
                gap(traffic, "nothing happens", -1);
                gap(traffic, "1 -> 3", 3);
                gap(traffic, "3 -> 1", 1);
            }
            traffic.end();
        }
    }

    private static void gap(Traffic traffic, String what, int replicas) throws Exception {
        traffic.seen();
        for (String service : replicas < 0 ? List.<String>of() : SCALED) {
            Engine.scale(service, replicas);
        }
        TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
        Traffic.Seen seen = traffic.seen();
        log.warn(
                "{}: {} requests, longest waits {}, refused {}",
                what,
                seen.finished(),
                seen.longest(),
                seen.refusals());
    }
}
