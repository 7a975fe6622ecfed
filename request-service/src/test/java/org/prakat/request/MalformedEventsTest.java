package org.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.Topic;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.common.testing.ToldEvents;
import org.prakat.request.domain.Samples;
import org.prakat.testing.SteppedClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of malformed calls of an office, with good ones of another between them: none is answered by a 5xx, and every good
 * one becomes a request. {@code -Dprakat.fuzz=N} sets how many, {@code -Dprakat.seed=N} tries others.
 */
class MalformedEventsTest {

    private static final int CALLS = Integer.getInteger("prakat.fuzz", 3_000);
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
    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "1e999999999",
        "0.0000000000000000000000000000001",
        "99999999999999999999999999999999999999",
        "1E-2147483648",
        "NaN",
        "[]",
        "{}",
        "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}}}}}",
        "\"\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "\"\\u202e\"",
        "\"9999-99-99\"",
        "\"0000-00-00\"",
        "\"+999999999-12-31T23:59:59Z\"",
        "\"2026-11-25\"",
        "\"2569-11-25\"",
        "\"/offices/../offices/pha-khao\"",
        "\"::not a uri::\"",
        "\"$where\"",
        "{\"$ne\":null}",
        "{\"$date\":0}",
        "{\"\\ud800\":1,\"\\u0000\":2}",
        "[1,\"a\",null,{},[]]",
        "\"1.0\"",
        "\"0.3\"",
        "\"office.request.withdrawn.v1\"",
    };

    private static ServiceUnderTest service;
    private static ToldEvents told;
    private static OfficeCaller careless;
    private static OfficeCaller careful;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                RequestServiceApplication.application(),
                "malformed-test",
                new SteppedClock(Samples.NOW),
                Map.of("logging.level.org.prakat", "ERROR", "logging.level.org.springframework.web.servlet", "ERROR"));
        told = new ToldEvents(Topic.REQUEST_EVENTS);
        careless = new OfficeCaller(service, "careless-office");
        careful = new OfficeCaller(service, "careful-office");
        service.tell(Samples.FINANCE);
        service.tell(Samples.PROCUREMENT);
        service.tell(careless.defined());
        service.tell(careful.defined());
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
        for (int i = 0; i < CALLS; i++) {
            String type = random.nextInt(3) == 0 ? one(TYPES) : OfficeCaller.STRUCTURED;
            byte[] body = body("fuzz-" + i);
            Answer answer = call(type, body);
            assertThat(answer.status())
                    .as(() -> "seed " + SEED + ": " + type + " " + new String(body, StandardCharsets.UTF_8))
                    .isLessThan(500);
            if (i % GOOD_EVERY == 0) {
                assertThat(careful.post(careful.submitted("good-" + good, "ดี " + good))
                                .status())
                        .isEqualTo(202);
                good++;
            }
        }
        for (int i = 0; i < good; i++) {
            Answer again = careful.post(careful.submitted("good-" + i, "ดี " + i));
            String id = again.json().get("requestId").asString();
            assertThat(told.await(RequestSubmitted.class, id).form().title()).isEqualTo("ดี " + i);
        }
    }

    private Answer call(String type, byte[] body) {
        return switch (random.nextInt(10)) {
            case 0 -> careless.upload(random.nextBoolean() ? "a.pdf" : text(), type.isEmpty() ? "a/b" : type, body);
            case 1 ->
                careless.post(
                        type,
                        body,
                        "ce-specversion",
                        random.nextBoolean() ? "1.0" : header(),
                        "ce-id",
                        header(),
                        "ce-type",
                        random.nextBoolean() ? "office.request.submitted.v1" : header(),
                        "ce-source",
                        random.nextBoolean() ? "/offices/careless-office" : header(),
                        "ce-" + one("time", "subject", "dataschema", "x", "data"),
                        header());
            case 2 ->
                careless.send(
                        one("POST", "PATCH", "HEAD", "PUT"),
                        one("/api/uploads", "/api/uploads/x", "/api/webhook", "/api/webhook/deliveries/x/replay"),
                        body,
                        "Content-Type",
                        one("application/offset+octet-stream", "application/json"),
                        "Tus-Resumable",
                        random.nextInt(4) > 0 ? "1.0.0" : header(),
                        "Upload-" + one("Length", "Offset"),
                        one("0", "10", "-1", "99999999999999999999", header()),
                        "Upload-" + one("Metadata", "Checksum"),
                        one("filename YS5wZGY=", "sha1 AA==", header()));
            default -> careless.post(type, body);
        };
    }

    private byte[] body(String id) {
        List<Supplier<byte[]>> ways = List.of(
                () -> mutated(good(id)),
                () -> replaced(good(id)).getBytes(StandardCharsets.UTF_8),
                () -> replaced(replaced(good(id))).getBytes(StandardCharsets.UTF_8),
                () -> ("[" + replaced(good(id)) + "," + one(VALUES) + "]").getBytes(StandardCharsets.UTF_8),
                () -> repeatedKey(good(id)).getBytes(StandardCharsets.UTF_8),
                () -> good(id).getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE),
                () -> good(id).substring(random.nextInt(good(id).length())).getBytes(StandardCharsets.UTF_8),
                () -> good(id).substring(0, random.nextInt(good(id).length())).getBytes(StandardCharsets.UTF_8),
                () -> ("[".repeat(random.nextInt(100_000))).getBytes(StandardCharsets.UTF_8),
                () -> ("{\"data\":".repeat(random.nextInt(20_000))).getBytes(StandardCharsets.UTF_8),
                () -> one(VALUES).getBytes(StandardCharsets.UTF_8),
                this::noise,
                () -> " ".repeat(250_000 + random.nextInt(20_000)).getBytes(StandardCharsets.UTF_8));
        return ways.get(random.nextInt(ways.size())).get();
    }

    private static String good(String id) {
        return JsonMapper.shared().writeValueAsString(careless.submitted(id, "ข่าว"));
    }

    /** Some bytes changed, put in or taken out. */
    private byte[] mutated(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Some value of the JSON replaced by another. */
    private String replaced(String json) {
        int colon = json.indexOf(':', random.nextInt(json.length()));
        if (colon < 0) {
            return json;
        }
        int end = json.indexOf(json.startsWith("\"", colon + 1) ? "\"" : ",", colon + 2);
        return end < 0
                ? json
                : json.substring(0, colon + 1)
                        + one(VALUES)
                        + json.substring(end).replaceFirst("^\"", "");
    }

    private String repeatedKey(String json) {
        return "{\"" + one("id", "source", "data", "type") + "\":" + one(VALUES) + "," + json.substring(1);
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        return new String(noise(), StandardCharsets.UTF_8).replace("\0", "");
    }

    /** Something that an HTTP client lets into a header. */
    private String header() {
        StringBuilder value = new StringBuilder();
        int length = random.nextInt(200);
        for (int i = 0; i < length; i++) {
            value.append((char) (' ' + random.nextInt(95)));
        }
        return value.toString().strip();
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
