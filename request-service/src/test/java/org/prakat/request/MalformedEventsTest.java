package org.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.Topic;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.common.testing.ToldEvents;
import org.prakat.request.domain.Samples;
import org.prakat.request.domain.Sender;
import org.prakat.testing.SteppedClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of malformed calls and records of an office, with good ones of another between them: none is answered by a 5xx, and
 * every good one becomes a request. {@code -Dprakat.fuzz=N} sets how many, {@code -Dprakat.seed=N} tries others.
 */
class MalformedEventsTest {

    private static final int CALLS = Integer.getInteger("prakat.fuzz", 3_000);
    /** Fewer, since each has an answer that is kept. */
    private static final int RECORDS = CALLS / 5;

    private static final String CARELESS = "careless-office";
    private static final String CAREFUL = "careful-office";
    private static final Duration PATIENCE = Duration.ofMinutes(1).plusMillis(100L * RECORDS);
    private static final int GOOD_EVERY = 50;
    private static final Logger log = LoggerFactory.getLogger(MalformedEventsTest.class);

    /** The same for everybody, so that a build fails by what was changed; other seeds look for what nobody knew. */
    private static final long SEED = Long.getLong("prakat.seed", 64_427_951_218_748L);

    private static final String[] TYPES = {
        OfficeCaller.STRUCTURED,
        OfficeCaller.BATCH,
        "application/json",
        "application/cloudevents+json; charset=utf-8",
        "application/cloudevents+json;charset=\"UTF-8\"",
        "application/cloudevents+json; charset=tis-620",
        "application/cloudevents+json; charset=nothing",
        "application/cloudevents",
        "text/event-stream",
        "multipart/form-data; boundary=" + "-".repeat(80),
        "multipart/mixed",
        "application/x-www-form-urlencoded",
        "application/octet-stream",
        "a/b;c=d;c=e",
        "/",
        ";",
        ""
    };

    private static ServiceUnderTest service;
    private static ToldEvents told;
    private static OfficeCaller careless;
    private static OfficeCaller careful;

    private final Random random = new Random(SEED);
    private final Malformed malformed = new Malformed(random);

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                RequestServiceApplication.application(),
                "malformed-test",
                new SteppedClock(Samples.NOW),
                Map.of(
                        "logging.level.org.prakat", "ERROR",
                        "logging.level.org.springframework.web.servlet", "ERROR",
                        "prakat.offices.discovery-interval", "500ms"));
        told = new ToldEvents(Topic.REQUEST_EVENTS);
        careless = new OfficeCaller(service, CARELESS);
        careful = new OfficeCaller(service, CAREFUL);
        service.tell(Samples.FINANCE);
        service.tell(Samples.PROCUREMENT);
        service.tell(careless.defined());
        service.tell(careful.defined());
        service.tell(careless.definedForKafka());
        service.tell(careful.definedForKafka());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> careful.post(careful.submitted("warm-up", "ก")).status() == 202
                        && careless.post(careless.submitted("warm-up", "ก")).status() == 202);
    }

    @AfterAll
    static void stop() {
        told.close();
        service.close();
    }

    @Test
    void nothingThatAnOfficeSendsBreaksAnythingOrHoldsUpAnother() {
        log.warn("prakat.seed={}, prakat.fuzz={}", SEED, CALLS);
        int good = 0;
        int hungUp = 0;
        for (int i = 0; i < CALLS; i++) {
            String type = random.nextInt(3) == 0 ? malformed.one(TYPES) : OfficeCaller.STRUCTURED;
            byte[] body = malformed.body(good("fuzz-" + i));
            try {
                assertThat(call(type, body).status())
                        .as(() -> "seed " + SEED + ": " + type + " " + new String(body, StandardCharsets.UTF_8))
                        .isLessThan(500);
            } catch (IllegalStateException e) {
                // The server may refuse a call by its head and hang up while we still send. That it lives, the good
                // events show.
                assertThat(e).hasCauseInstanceOf(IOException.class);
                hungUp++;
            }
            if (i % GOOD_EVERY == 0) {
                assertThat(careful.post(careful.submitted("good-" + good, "ดี " + good))
                                .status())
                        .isEqualTo(202);
                good++;
            }
        }
        assertThat(hungUp).isLessThanOrEqualTo(CALLS / 100);
        Map<String, String> titles = new HashMap<>();
        for (int i = 0; i < good; i++) {
            Answer again = careful.post(careful.submitted("good-" + i, "ดี " + i));
            titles.put(again.json().get("requestId").asString(), "ดี " + i);
        }
        assertThat(titles).hasSize(good);
        awaitToldOf(titles);
    }

    private Answer call(String type, byte[] body) {
        return switch (random.nextInt(10)) {
            case 0 ->
                careless.upload(random.nextBoolean() ? "a.pdf" : malformed.text(), type.isEmpty() ? "a/b" : type, body);
            case 1 ->
                careless.post(
                        type,
                        body,
                        "ce-specversion",
                        random.nextBoolean() ? "1.0" : malformed.header(),
                        "ce-id",
                        malformed.header(),
                        "ce-type",
                        random.nextBoolean() ? "office.request.submitted.v1" : malformed.header(),
                        "ce-source",
                        random.nextBoolean() ? "/offices/careless-office" : malformed.header(),
                        "ce-" + malformed.one("time", "subject", "dataschema", "x", "data"),
                        malformed.header());
            case 2 ->
                careless.send(
                        malformed.one("POST", "PATCH", "HEAD", "PUT"),
                        malformed.one(
                                "/api/uploads", "/api/uploads/x", "/api/webhook", "/api/webhook/deliveries/x/replay"),
                        body,
                        "Content-Type",
                        malformed.one("application/offset+octet-stream", "application/json"),
                        "Tus-Resumable",
                        random.nextInt(4) > 0 ? "1.0.0" : malformed.header(),
                        "Upload-" + malformed.one("Length", "Offset"),
                        malformed.one("0", "10", "-1", "99999999999999999999", malformed.header()),
                        "Upload-" + malformed.one("Metadata", "Checksum"),
                        malformed.one("filename YS5wZGY=", "sha1 AA==", malformed.header()));
            default -> careless.post(type, body);
        };
    }

    private static String good(String id) {
        return JsonMapper.shared().writeValueAsString(careless.submitted(id, "ข่าว"));
    }

    @Test
    void nothingThatAnOfficeWritesToItsTopicBreaksAnythingOrHoldsUpAnother() throws Exception {
        try (OfficeTopicsCaller carelessTopics = new OfficeTopicsCaller(service, CARELESS);
                OfficeTopicsCaller carefulTopics = new OfficeTopicsCaller(service, CAREFUL)) {
            String data = JsonMapper.shared().writeValueAsString(OfficeCaller.submission("ข่าว"));
            List<Future<RecordMetadata>> written = new ArrayList<>();
            Map<String, String> good = new HashMap<>();
            for (int i = 0; i < RECORDS; i++) {
                written.add(carelessTopics.send(malformed.body(data), headers(i)));
                if (i % GOOD_EVERY == 0) {
                    written.add(carefulTopics.send(careful.submitted("kafka-good-" + i, "ดี " + i)));
                    good.put(Sender.requestId(CAREFUL, "kafka-good-" + i), "ดี " + i);
                }
            }
            for (Future<RecordMetadata> record : written) {
                record.get();
            }
            await().atMost(PATIENCE).until(() -> taken(CAREFUL, "accepted") == good.size());
            await().atMost(PATIENCE).until(() -> taken(CARELESS, "accepted") + taken(CARELESS, "refused") == RECORDS);

            awaitToldOf(good);
            List<JsonNode> refusals = carelessTopics.refusals(taken(CARELESS, "refused"));
            assertThat(refusals)
                    .hasSize(taken(CARELESS, "refused"))
                    .allMatch(refusal -> refusal.get("problem").get("status").asInt() / 100 == 4);
            assertThat(taken(CAREFUL, "refused")).isZero();
        }
    }

    /** By the ids of requests: their titles. */
    private static void awaitToldOf(Map<String, String> titles) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, RequestSubmitted> submitted = told.bySubject(RequestSubmitted.class);
            assertThat(submitted).containsKeys(titles.keySet().toArray(String[]::new));
            titles.forEach(
                    (id, title) -> assertThat(submitted.get(id).form().title()).isEqualTo(title));
        });
    }

    /** How many records of an office were dealt with. */
    private static int taken(String office, String outcome) {
        return (int) service
                .bean(MeterRegistry.class)
                .find("prakat.offices.events")
                .tags("office", office, "outcome", outcome)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private String[] headers(int i) {
        return new String[] {
            random.nextInt(20) == 0 ? malformed.text() : "content-type",
            random.nextInt(5) == 0 ? malformed.one(TYPES) : "application/json",
            "ce_specversion",
            random.nextInt(20) == 0 ? malformed.header() : "1.0",
            "ce_id",
            random.nextInt(5) == 0 ? malformed.text() : "fuzz-" + i,
            "ce_type",
            random.nextInt(5) == 0 ? malformed.text() : "office.request.submitted.v1",
            "ce_source",
            random.nextInt(5) == 0 ? malformed.text() : "/offices/careless-office",
            malformed.one(
                    "ce_time", "ce_subject", "ce_dataschema", "ce_id", "ce_", "ce-id", "spring_json_header_types"),
            malformed.text()
        };
    }
}
