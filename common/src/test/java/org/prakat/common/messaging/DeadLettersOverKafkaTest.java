package org.prakat.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prakat.common.config.PrakatService;
import org.prakat.common.config.ServiceApplication;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.EventType;
import org.prakat.common.event.Expired;
import org.prakat.common.event.Person;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.testing.SteppedClock;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** What becomes of events that a whole service cannot handle, and of those behind them. */
class DeadLettersOverKafkaTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Identity ADMINISTRATOR = identity(Role.ADMINISTRATOR);
    private static final Identity AUDITOR = identity(Role.AUDITOR);
    private static final String LETTERS = "/api/dead-letters";
    private static final int GOOD = 1;

    /** Which events fail, and how; and those that were handled. */
    private static final Map<Expired, RuntimeException> FAILURES = new ConcurrentHashMap<>();

    private static final Map<Expired, AtomicInteger> ATTEMPTS = new ConcurrentHashMap<>();
    private static final List<Expired> HANDLED = new CopyOnWriteArrayList<>();

    private static ServiceUnderTest service;

    private final CloudEventCodec codec = new CloudEventCodec();
    private final String subject = UUID.randomUUID().toString();

    @PrakatService
    static class SampleService {

        @Bean
        EventDispatcher dispatcher(CloudEventCodec codec, EarlyEvents early, EventTraces traces, MeterRegistry meters) {
            return EventDispatcher.handling()
                    .on(Expired.class, SampleService::onExpired)
                    .build(codec, early, traces, meters);
        }

        private static Handled onExpired(Expired event, EventContext context) {
            ATTEMPTS.computeIfAbsent(event, first -> new AtomicInteger()).incrementAndGet();
            RuntimeException failure = FAILURES.get(event);
            if (failure != null) {
                throw failure;
            }
            HANDLED.add(event);
            return Handled.DONE;
        }
    }

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                ServiceApplication.named("sample-service", SampleService.class),
                "dead-letters-over-kafka-test",
                CLOCK,
                Map.of("spring.application.name", "dead-letters-over-kafka-test"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<Arguments> unreadable() {
        byte[] notText = {(byte) 0xFF, 0, (byte) 0xC3};
        byte[] body = "{\"requestId\":1}".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("not JSON", "not a expiry.expired.v1", headers(), notText),
                Arguments.of("another body", "not a expiry.expired.v1", headers(), body),
                Arguments.of("no body", "Malformed", headers(), null),
                Arguments.of("no headers", "attribute type is missing", new RecordHeaders(), body),
                Arguments.of("no id", "attribute id is missing", headers().remove("ce_id"), body),
                Arguments.of(
                        "bad time",
                        "not of its form",
                        headers().remove("ce_time").add("ce_time", notText),
                        body),
                Arguments.of(
                        "odd media type",
                        "Malformed",
                        headers().remove("content-type").add("content-type", notText),
                        body),
                Arguments.of(
                        "odd content type", "Malformed", headers().add("contentType", utf8("no/such;;type")), body),
                Arguments.of("odd mapping", "Malformed", headers().add("spring_json_header_types", utf8("{")), body),
                Arguments.of(
                        "odd names", "Malformed", headers().add("ce_", notText).add("ce_a.$\0", notText), body),
                Arguments.of("our own header", "Malformed", headers().add("prakat-reason", notText), body));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void anEventThatCannotBeReadGoesToTheDeadLettersAndTheOneBehindItIsHandled(
            String what, String reason, Headers headers, byte @Nullable [] body) {
        service.tell(new ProducerRecord<>(EventType.EXPIRED.topic().topicName(), null, subject, body, headers));
        Expired good = tell(GOOD);

        await().atMost(PATIENCE).until(() -> HANDLED.contains(good));
        JsonNode letter = awaitLetter();
        assertThat(letter.get("reason").asString()).contains(reason);
        assertThat(letter.get("topic").asString())
                .isEqualTo(EventType.EXPIRED.topic().topicName());
        assertThat(letter.get("status").asString()).isEqualTo("WAITING");
    }

    @Test
    void anEventWhoseHandlerFailsFiveTimesGoesToTheDeadLettersAndTheOneBehindItIsHandled() {
        Expired failing = failing(7, new IllegalStateException("no such shelf"));
        tell(failing);
        Expired good = tell(GOOD);

        await().atMost(PATIENCE).until(() -> HANDLED.contains(good));

        assertThat(ATTEMPTS.get(failing)).hasValue(5);
        JsonNode letter = awaitLetter();
        assertThat(letter.get("reason").asString()).isEqualTo("IllegalStateException: no such shelf");
        assertThat(letter.get("body").asString()).isEqualTo(codec.encode(failing));
        assertThat(letter.get("attributes").get("type").asString()).isEqualTo("expiry.expired.v1");
    }

    @Test
    void anOutageIsWaitedOutHoweverManyTriesItTakesAndNothingGoesToTheDeadLetters() {
        Expired event = failing(7, new MongoSocketException("the database is out", new ServerAddress()));
        tell(event);
        Expired behind = tell(GOOD);

        await().atMost(PATIENCE)
                .until(() -> ATTEMPTS.containsKey(event) && ATTEMPTS.get(event).get() > 5);
        assertThat(HANDLED).doesNotContain(event, behind);
        FAILURES.remove(event);

        await().atMost(PATIENCE).until(() -> HANDLED.contains(behind));
        assertThat(HANDLED).contains(event);
        assertThat(lettersOfSubject()).isEmpty();
    }

    @Test
    void aReplayThatFailsAgainSaysWhyAndTheLetterStaysUntilOneSucceeds() {
        Expired event = failing(7, new IllegalStateException("no such shelf"));
        tell(event);
        String path = LETTERS + "/" + awaitLetter().get("id").asString();

        Answer failed = service.post(ADMINISTRATOR, path + "/replay", "", "");

        assertThat(failed.status()).isEqualTo(409);
        assertThat(failed.json().get("code").asString()).isEqualTo("STILL_FAILS");
        assertThat(failed.json().get("title").asString()).endsWith("IllegalStateException: no such shelf");
        assertThat(service.get(ADMINISTRATOR, path).json().get("status").asString())
                .isEqualTo("WAITING");

        FAILURES.remove(event);
        Answer replayed = service.post(ADMINISTRATOR, path + "/replay", "", "");

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.json().get("status").asString()).isEqualTo("REPLAYED");
        assertThat(replayed.json().get("settledBy").asString())
                .isEqualTo(ADMINISTRATOR.person().name());
        assertThat(HANDLED).contains(event);
        assertThat(lettersOfSubject()).isEmpty();
    }

    @Test
    void aDiscardedLetterIsSettledWithItsRemarkAndForGood() {
        tell(failing(7, new IllegalStateException("no such shelf")));
        String path = LETTERS + "/" + awaitLetter().get("id").asString();

        assertThat(service.post(ADMINISTRATOR, path + "/discard", "", "{\"remark\":\" \"}")
                        .status())
                .isEqualTo(400);
        Answer discarded = service.post(ADMINISTRATOR, path + "/discard", "", "{\"remark\":\"ส่งซ้ำ\"}");

        assertThat(discarded.json().get("status").asString()).isEqualTo("DISCARDED");
        assertThat(discarded.json().get("remark").asString()).isEqualTo("ส่งซ้ำ");
        Answer late = service.post(ADMINISTRATOR, path + "/replay", "", "");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("code").asString()).isEqualTo("ALREADY_SETTLED");
    }

    @Test
    void deadLettersAreForAdministratorsOnly() {
        tell(failing(7, new IllegalStateException("no such shelf")));
        String path = LETTERS + "/" + awaitLetter().get("id").asString();

        assertThat(service.get(AUDITOR, LETTERS).status()).isEqualTo(403);
        assertThat(service.get(AUDITOR, path).status()).isEqualTo(403);
        assertThat(service.post(AUDITOR, path + "/replay", "", "").status()).isEqualTo(403);
        assertThat(service.post(AUDITOR, path + "/discard", "", "{\"remark\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(service.get(LETTERS).status()).isEqualTo(401);
        assertThat(service.get(ADMINISTRATOR, LETTERS + "/no-such").status()).isEqualTo(404);
    }

    private Expired failing(int revision, RuntimeException failure) {
        Expired event = expired(revision);
        FAILURES.put(event, failure);
        return event;
    }

    private Expired tell(int revision) {
        return tell(expired(revision));
    }

    private static Expired tell(Expired event) {
        service.tell(event);
        return event;
    }

    private Expired expired(int revision) {
        return new Expired(subject, revision, Instant.parse("2026-11-25T02:00:00Z"));
    }

    private JsonNode awaitLetter() {
        return await().atMost(PATIENCE)
                .until(this::lettersOfSubject, letters -> !letters.isEmpty())
                .get(0);
    }

    private List<JsonNode> lettersOfSubject() {
        return service.get(ADMINISTRATOR, LETTERS + "?limit=200")
                .json()
                .get("items")
                .valueStream()
                .filter(letter -> letter.get("key").asString().equals(subject))
                .toList();
    }

    private static Headers headers() {
        CloudEventCodec codec = new CloudEventCodec();
        Expired event = new Expired("any", 1, CLOCK.instant());
        OutboxEntry entry = new OutboxEntry(
                "event-1",
                1,
                EventType.EXPIRED.wireName(),
                event.subject(),
                CLOCK.instant(),
                codec.encode(event),
                null);
        return codec.toRecord(entry, URI.create("/prakat/test")).headers();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Identity identity(Role role) {
        return new Identity(new Person("st-1", "ผู้ดูแล", "นักวิชาการ"), "office", null, Set.of(role));
    }
}
