package org.prakat.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prakat.common.config.PrakatService;
import org.prakat.common.config.ServiceApplication;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.EventType;
import org.prakat.common.event.Expired;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.testing.SteppedClock;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/** A trace goes on over an event, and everything that is logged about it can be found by it. */
class EventTracesTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");
    private static final String TRACED = "event-traces-test";
    private static final String UNTRACED = "event-not-traced-test";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    /** What the log would say while an event is acted on, by the service and the id of the event. */
    private static final Map<String, Map<String, String>> LOGGED = new ConcurrentHashMap<>();

    private static ServiceUnderTest traced;

    @PrakatService
    static class SampleService {

        @Bean
        EventDispatcher dispatcher(
                CloudEventCodec codec,
                EarlyEvents early,
                EventTraces traces,
                MeterRegistry meters,
                @Value("${spring.application.name}") String service) {
            return EventDispatcher.handling()
                    .on(Expired.class, (event, context) -> {
                        LOGGED.put(service + context.id(), Objects.requireNonNull(MDC.getCopyOfContextMap()));
                        return Handled.DONE;
                    })
                    .build(codec, early, traces, meters);
        }
    }

    @BeforeAll
    static void start() {
        traced = start(TRACED, Map.of("prakat.tracing.endpoint", "http://127.0.0.1:1/v1/traces"));
    }

    private static ServiceUnderTest start(String name, Map<String, Object> settings) {
        Map<String, Object> all = new ConcurrentHashMap<>(settings);
        all.put("spring.application.name", name);
        return ServiceUnderTest.start(
                ServiceApplication.named("sample-service", SampleService.class), name, CLOCK, all);
    }

    @AfterAll
    static void stop() {
        traced.close();
    }

    @Test
    void anEventIsHandledInTheTraceThatItCarries() {
        String id = tell(traced, TRACEPARENT);

        assertThat(awaitLogged(TRACED, id))
                .containsEntry("traceId", TRACE_ID)
                .containsEntry("eventId", id)
                .containsEntry("requestId", "request-1");
    }

    @Test
    void anEventWithoutATraceOrWithAnUnreadableOneBeginsItsOwn() {
        for (String traceparent : new String[] {null, "", "00-nonsense-01"}) {
            String id = tell(traced, traceparent);

            assertThat(awaitLogged(TRACED, id).get("traceId"))
                    .isNotNull()
                    .hasSize(32)
                    .isNotEqualTo(TRACE_ID);
        }
    }

    @Test
    void whereNobodySaysWhereTracesGoNothingOfThemIsLoaded() {
        try (ServiceUnderTest untraced = start(UNTRACED, Map.of())) {
            String id = tell(untraced, TRACEPARENT);

            assertThat(awaitLogged(UNTRACED, id)).containsEntry("eventId", id).doesNotContainKey("traceId");
            assertThat(untraced.beans(Tracer.class)).isEmpty();
        }
    }

    private static Map<String, String> awaitLogged(String service, String eventId) {
        await().atMost(PATIENCE).until(() -> LOGGED.containsKey(service + eventId));
        return Objects.requireNonNull(LOGGED.get(service + eventId));
    }

    private static String tell(ServiceUnderTest service, @Nullable String traceparent) {
        String id = UUID.randomUUID().toString();
        CloudEventCodec codec = new CloudEventCodec();
        Expired event = new Expired("request-1", 1, CLOCK.instant());
        OutboxEntry entry = new OutboxEntry(
                id,
                1,
                EventType.EXPIRED.wireName(),
                event.subject(),
                CLOCK.instant(),
                codec.encode(event),
                traceparent);
        ProducerRecord<String, byte[]> told = codec.toRecord(entry, URI.create("/prakat/test"));
        service.tell(told);
        return id;
    }
}
