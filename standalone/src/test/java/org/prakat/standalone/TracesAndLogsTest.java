package org.prakat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.common.messaging.EventDispatcher;
import org.prakat.standalone.demo.Demo;
import org.prakat.testing.Collector;
import org.prakat.testing.Collector.Logged;
import org.prakat.testing.Collector.Traced;
import org.prakat.testing.SteppedClock;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.DispatcherServlet;

/** What a collector is told while the whole procedure is carried out. */
class TracesAndLogsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGER_THAN_ANY_PERIOD = Duration.ofDays(40);
    private static final String TRACES = "prakat.tracing.endpoint";
    private static final String LOGS = "prakat.logs.endpoint";
    private static final Logger EVENTS = (Logger) LoggerFactory.getLogger(EventDispatcher.class);
    private static final SteppedClock CLOCK =
            SteppedClock.at(Clock.systemUTC().instant().toString());

    @TempDir
    private static Path data;

    private static Collector collector;
    private static Standalone system;

    @BeforeAll
    static void playTheProcedure() throws Exception {
        collector = Collector.start();
        System.setProperty(TRACES, collector.tracesEndpoint());
        System.setProperty(LOGS, collector.logsEndpoint());
        EVENTS.setLevel(Level.INFO);
        try {
            system = Standalone.start(new Options(data, 0, true, CLOCK));
        } finally {
            System.clearProperty(TRACES);
            System.clearProperty(LOGS);
        }
        String port = String.valueOf(URI.create(system.address()).getPort());
        Demo.main(new String[] {"--port=" + port, "--data=" + data});
    }

    @AfterAll
    static void stop() throws Exception {
        EVENTS.setLevel(null);
        system.close();
        collector.close();
    }

    @Test
    void aSubmissionIsOneTraceFromTheGatewayOverItsServiceToThoseWhoActOnIt() {
        List<Traced> trace = awaitTrace(
                "tell request.submitted.v1",
                "approval-service: handle request.submitted.v1",
                "request-service: handle request.submitted.v1",
                "expiry-service: handle request.submitted.v1",
                "request-service: http post /api/requests/{id}/submission",
                "gateway-service: http post",
                "gateway-service: http post /api/requests/**");

        Traced told = one(trace, "request-service: tell request.submitted.v1");
        Traced served = one(trace, "request-service: http post /api/requests/{id}/submission");
        assertThat(told.isPartOf(served)).isTrue();
        assertThat(one(trace, "approval-service: handle request.submitted.v1").isPartOf(told))
                .isTrue();
        Traced relayed = parent(trace, served);
        assertThat(relayed.service()).isEqualTo("gateway-service");
        assertThat(parent(trace, relayed).what()).isEqualTo("gateway-service: http post /api/requests/**");
    }

    @Test
    void whatThePublicSeesIsTracedFromTheWebmastersCallToTheOwnersTimeline() {
        List<Traced> trace = awaitTrace(
                "tell publication.published.v1",
                "gateway-service: http post /api/publications/**",
                "publishing-service: tell publication.published.v1",
                "request-service: handle publication.published.v1",
                "expiry-service: handle publication.published.v1");

        assertThat(trace).anySatisfy(span -> assertThat(span.attributes()).containsKey("prakat.subject"));
    }

    @Test
    void whatAnEventCausesBelongsToTheTraceOfThatEvent() {
        awaitTrace("tell publication.published.v1", "expiry-service: handle publication.published.v1");
        CLOCK.advance(LONGER_THAN_ANY_PERIOD);

        List<Traced> trace = awaitTrace(
                "tell publication.removed.v1",
                "expiry-service: tell expiry.expired.v1",
                "publishing-service: handle expiry.expired.v1",
                "publishing-service: tell publication.removed.v1",
                "request-service: handle publication.removed.v1");

        assertThat(one(trace, "publishing-service: handle expiry.expired.v1")
                        .isPartOf(one(trace, "expiry-service: tell expiry.expired.v1")))
                .isTrue();
    }

    @Test
    void aTraceThatWasBegunInFrontOfTheGatewayGoesOn() throws Exception {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        call("/search?q=secretly", "00-" + traceId + "-00f067aa0ba902b7-00");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(collector.trace(traceId))
                .extracting(Traced::what)
                .contains("gateway-service: http get /search", "publishing-service: http get /search"));
    }

    @Test
    void aRequestIsFollowedOverAllServicesByItsIdAndFromALineToItsTrace() {
        Logged submitted = await().atMost(PATIENCE)
                .until(
                        () -> collector.lines().stream()
                                .filter(line -> line.text().equals("request.submitted.v1 is handled"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        String requestId = submitted.attributes().get("requestId");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(collector.lines())
                .filteredOn(line -> requestId.equals(line.attributes().get("requestId")))
                .extracting(Logged::text)
                .contains("approval.approved.v1 is handled", "publication.published.v1 is handled"));
        assertThat(submitted.attributes()).containsKey("eventId");
        assertThat(submitted.process()).containsEntry("service.name", "standalone");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(collector.trace(submitted.traceId()))
                .extracting(Traced::name)
                .contains("tell request.submitted.v1"));
    }

    @Test
    void noLineThatLeavesHoldsWhatPeopleWrote() throws Exception {
        call("/search?q=secretly", "00-4bf92f3577b34da6a3ce929d0e0e473b-00f067aa0ba902b7-01");
        awaitTrace("tell publication.published.v1", "expiry-service: handle publication.published.v1");

        assertThat(collector.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.attributes().keySet())
                    .isSubsetOf("requestId", "eventId", "exception.type", "exception.stacktrace");
            assertThat(line.text() + line.attributes())
                    .doesNotContain("secretly", "%E0%B8")
                    .matches(TracesAndLogsTest::isAscii, "holds no Thai");
        });
    }

    @Test
    void nothingThatPeopleWroteAndNoAddressAsItWasTypedLeavesTheServices() throws Exception {
        String probe = "4bf92f3577b34da6a3ce929d0e0e4737";
        call("/search?q=secretly", "00-" + probe + "-00f067aa0ba902b7-01");
        await().atMost(PATIENCE).until(() -> collector.trace(probe).size() >= 3);

        assertThat(collector.spans()).isNotEmpty().allSatisfy(span -> {
            assertThat(span.span().getEventsList()).isEmpty();
            assertThat(span.span().getStatus().getMessage()).isEmpty();
            assertThat(span.attributes().keySet())
                    .isSubsetOf(
                            "method", "uri", "status", "outcome", "exception", "client.name", "type", "prakat.subject");
            assertThat(span.name() + span.attributes())
                    .doesNotContain("secretly", "%E0%B8")
                    .matches(TracesAndLogsTest::isAscii, "holds no Thai");
        });
    }

    @Test
    void whatIsLoggedMeanwhileHasTheIdOfItsTrace() throws Exception {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e473a";
        Logger calls = (Logger) LoggerFactory.getLogger(DispatcherServlet.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        calls.addAppender(log);
        calls.setLevel(Level.DEBUG);
        try {
            call("/search", "00-" + traceId + "-00f067aa0ba902b7-01");
        } finally {
            calls.setLevel(null);
            calls.detachAppender(log);
        }

        assertThat(List.copyOf(log.list))
                .extracting(line -> line.getMDCPropertyMap().get("traceId"))
                .contains(traceId);
    }

    @Test
    void nobodyTracesHowTheServicesAre() throws Exception {
        String traceId = "4bf92f3577b34da6a3ce929d0e0e4738";
        call("/actuator/health/readiness", "00-" + traceId + "-00f067aa0ba902b7-01");
        String later = "4bf92f3577b34da6a3ce929d0e0e4739";
        call("/robots.txt", "00-" + later + "-00f067aa0ba902b7-01");
        await().atMost(PATIENCE).until(() -> !collector.trace(later).isEmpty());

        assertThat(collector.trace(traceId)).isEmpty();
        assertThat(collector.spans()).extracting(Traced::name).noneMatch(name -> name.contains("task"));
    }

    /** Waits until a trace in which this was told is complete. */
    private static List<Traced> awaitTrace(String told, String... complete) {
        return await().atMost(PATIENCE)
                .until(
                        () -> collector.spans().stream()
                                .filter(span -> span.name().equals(told))
                                .map(span -> collector.trace(span.traceId()))
                                .filter(trace -> Stream.of(complete)
                                        .allMatch(what -> find(trace, is(what)).isPresent()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Traced one(List<Traced> trace, String what) {
        return find(trace, is(what)).orElseThrow();
    }

    private static Traced parent(List<Traced> trace, Traced child) {
        return find(trace, child::isPartOf).orElseThrow();
    }

    private static Predicate<Traced> is(String what) {
        return span -> span.what().equals(what);
    }

    private static Optional<Traced> find(List<Traced> trace, Predicate<Traced> which) {
        return trace.stream().filter(which).findFirst();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }

    private static void call(String path, String traceparent) throws Exception {
        HttpRequest call = HttpRequest.newBuilder(URI.create(system.address() + path))
                .header("traceparent", traceparent)
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(call, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }
}
