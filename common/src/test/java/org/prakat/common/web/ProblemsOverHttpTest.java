package org.prakat.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.config.PrakatService;
import org.prakat.common.config.ServiceApplication;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Person;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EarlyEvents;
import org.prakat.common.messaging.EventDispatcher;
import org.prakat.common.messaging.EventTraces;
import org.prakat.common.security.PublicPaths;
import org.prakat.common.storage.ObjectStoreUnavailable;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.testing.SteppedClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Whatever a caller sends wrong, a service answers with a problem in their language. */
class ProblemsOverHttpTest {

    private static final Identity OFFICER = new Identity(
            new Person("st-0001", "นางสาวมาลี ใจดี", "นักวิชาการ"), "office", "finance", Set.of(Role.OFFICER));
    private static final String JSON = "application/json";
    private static final String NOTHING = "";

    private static ServiceUnderTest service;

    @PrakatService
    @Import(SampleController.class)
    static class SampleService {

        @Bean
        EventDispatcher dispatcher(CloudEventCodec codec, EarlyEvents early, EventTraces traces, MeterRegistry meters) {
            return EventDispatcher.handling().build(codec, early, traces, meters);
        }

        @Bean
        PublicPaths publicPaths() {
            return new PublicPaths(List.of("/open/**"));
        }
    }

    @RestController
    static class SampleController {

        record Part(String name, @Nullable LocalDate day) {}

        record Thing(String name, int size, List<Part> parts) {}

        @PostMapping("/things")
        Thing make(@RequestBody Thing thing) {
            return thing;
        }

        @PutMapping("/things/{id}")
        long change(@PathVariable String id, @RequestHeader("If-Match") EntityVersion seen) {
            return seen.number();
        }

        @GetMapping("/things")
        int list(PageRequest page) {
            return page.size();
        }

        @GetMapping("/who")
        Map<String, String> who(Identity who) {
            return Map.of("name", who.person().name());
        }

        @GetMapping("/open/ping")
        Map<String, String> ping() {
            return Map.of("answer", "pong");
        }

        @GetMapping("/open/who")
        Map<String, String> whoIfAnybody(Identity who) {
            return who(who);
        }

        @GetMapping("/database-out")
        void databaseOut() {
            throw new MongoSocketException("secret address", new ServerAddress());
        }

        @GetMapping("/store-out")
        void storeOut() {
            throw new ObjectStoreUnavailable("secret address", null);
        }

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("secret state");
        }
    }

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                ServiceApplication.named("sample-service", SampleService.class),
                "problems-over-http-test",
                SteppedClock.at("2026-11-25T03:00:00Z"),
                Map.of("spring.application.name", "problems-over-http-test", "logging.level.org.prakat", "OFF"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** A call, and what is wrong with it. */
    record Wrong(String method, String path, String contentType, String body, int status, String code) {}

    static Stream<Wrong> wrong() {
        String good = "{\"name\":\"a\",\"size\":1,\"parts\":[]}";
        return Stream.of(
                new Wrong("POST", "/things", JSON, "{", 400, "MALFORMED"),
                new Wrong("POST", "/things", JSON, "", 400, "MALFORMED"),
                new Wrong("POST", "/things", JSON, "null", 400, "MALFORMED"),
                new Wrong("POST", "/things", JSON, "[]", 400, "MALFORMED"),
                new Wrong("POST", "/things", JSON, "{\"size\":\"x\"}", 400, "MALFORMED"),
                new Wrong("POST", "/things", JSON, "{\"size\":99999999999}", 400, "MALFORMED"),
                new Wrong("POST", "/things", JSON, "[".repeat(5_000), 400, "MALFORMED"),
                new Wrong("POST", "/things", JSON, "\"" + "9".repeat(300_000) + "\"", 413, "CONTENT_TOO_LARGE"),
                new Wrong("POST", "/things", "text/plain", good, 415, "UNSUPPORTED_MEDIA_TYPE"),
                new Wrong("POST", "/things", "no type at all", good, 415, "UNSUPPORTED_MEDIA_TYPE"),
                new Wrong("PUT", "/things/1", JSON, NOTHING, 428, "PRECONDITION_REQUIRED"),
                new Wrong("PUT", "/things", JSON, good, 405, "METHOD_NOT_ALLOWED"),
                new Wrong("GET", "/things?limit=many", JSON, NOTHING, 400, "BAD_REQUEST"),
                new Wrong("GET", "/no/such/thing", JSON, NOTHING, 404, "NOT_FOUND"),
                new Wrong("GET", "/things//1", JSON, NOTHING, 400, "BAD_REQUEST"),
                new Wrong("GET", "/things/..;/1", JSON, NOTHING, 400, "BAD_REQUEST"),
                new Wrong("GET", "/actuator/metrics", JSON, NOTHING, 403, "FORBIDDEN"));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(Wrong wrong) {
        assertProblem(send(wrong, null), wrong.status(), wrong.code(), true);
        assertProblem(send(wrong, "th-TH,th;q=0.9,en;q=0.8"), wrong.status(), wrong.code(), true);
        assertProblem(send(wrong, "en-GB,en;q=0.9"), wrong.status(), wrong.code(), false);
    }

    @Test
    void theFieldThatCannotBeReadIsNamed() {
        Answer answer = service.post(
                OFFICER, "/things", "", "{\"name\":\"a\",\"size\":1,\"parts\":[{\"name\":\"b\",\"day\":\"soon\"}]}");

        assertThat(answer.json().get("faults").get(0).get("field").asString()).isEqualTo("parts[0].day");
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsMeasuredAsItComes() {
        byte[] body = ("{\"name\":\"" + "x".repeat(300_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

        Answer answer = service.send(
                service.call(OFFICER, "/things").header("Content-Type", JSON).POST(chunked));

        assertProblem(answer, 413, "CONTENT_TOO_LARGE", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "W/\"7\"", "*", "\"x\"", "\"-1\"", "\"99999999999999999999\""})
    void aTagThatIsNotOursIsStale(String tag) {
        assertProblem(service.put(OFFICER, "/things/1", tag, "{}"), 412, "STALE", true);
    }

    @Test
    void ourOwnTagIsRead() {
        assertThat(service.put(OFFICER, "/things/1", new EntityVersion(7).tag(), "{}")
                        .text())
                .isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/pdf, */*;q=0.1"})
    void aProblemIsAProblemWhateverTheCallerAccepts(String accept) {
        Answer answer = service.send(
                service.call(OFFICER, "/no/such/thing").header("Accept", accept).GET());

        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void anOutageAsksForPatienceAndTellsNoSecrets() {
        for (String path : List.of("/database-out", "/store-out")) {
            Answer answer = service.get(OFFICER, path);

            assertProblem(answer, 503, "TEMPORARILY_UNAVAILABLE", true);
            assertThat(answer.text()).doesNotContain("secret");
        }
    }

    @Test
    void aBugTellsNoSecrets() {
        Answer answer = service.get(OFFICER, "/bug");

        assertProblem(answer, 500, "INTERNAL_SERVER_ERROR", true);
        assertThat(answer.text()).doesNotContain("secret");
    }

    @Test
    void withoutATokenOnlyTheOpenPathsAnswer() {
        assertProblem(service.get("/who"), 401, "NOT_SIGNED_IN", true);
        assertProblem(service.get("/no/such/thing"), 401, "NOT_SIGNED_IN", true);
        assertProblem(service.get("/open/who"), 401, "NOT_SIGNED_IN", true);
        assertThat(service.get("/open/ping").status()).isEqualTo(200);
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void aTokenThatIsNotAGoodOneIsNone() {
        Answer answer = service.send(service.call(OFFICER, "/who").setHeader("Authorization", "Bearer x.y.z"));

        assertProblem(answer, 401, "NOT_SIGNED_IN", true);
    }

    @Test
    void aControllerKnowsWhoCalls() {
        assertThat(service.get(OFFICER, "/who").json().get("name").asString())
                .isEqualTo(OFFICER.person().name());
    }

    private static Answer send(Wrong wrong, @Nullable String language) {
        HttpRequest.Builder call = service.call(OFFICER, wrong.path())
                .header("Content-Type", wrong.contentType())
                .method(
                        wrong.method(),
                        wrong.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(wrong.body()));
        if (language != null) {
            call.header("Accept-Language", language);
        }
        return service.send(call);
    }

    private static void assertProblem(Answer answer, int status, String code, boolean thai) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asString()).isEqualTo(code);
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        String title = answer.json().get("title").asString();
        assertThat(title).isNotEqualTo(code);
        assertThat(title.codePoints()
                        .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.THAI))
                .as(title)
                .isEqualTo(thai);
    }
}
