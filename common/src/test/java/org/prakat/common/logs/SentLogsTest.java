package org.prakat.common.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prakat.common.config.ServiceApplication;
import org.prakat.testing.Collector;
import org.prakat.testing.Collector.Logged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MDC.MDCCloseable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** What a place for logs is told, and that nobody suffers when it is not there. */
class SentLogsTest {

    private static final Logger log = LoggerFactory.getLogger(SentLogsTest.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final ch.qos.logback.classic.Logger ROOT =
            (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

    private Collector collector;
    private Appender<ILoggingEvent> console;

    @BeforeEach
    void start() throws IOException {
        collector = Collector.start();
        console = ROOT.getAppender("out");
        ROOT.detachAppender(console);
    }

    @AfterEach
    void stop() {
        SentLogs.end();
        ROOT.addAppender(console);
        collector.close();
    }

    @Test
    void aLineIsToldWithWhatItIsAboutAndWhoToldIt() {
        send(collector.logsEndpoint());
        SpanContext span =
                SpanContext.create(TRACE_ID, "00f067aa0ba902b7", TraceFlags.getSampled(), TraceState.getDefault());

        try (Scope trace = Span.wrap(span).makeCurrent();
                MDCCloseable request = MDC.putCloseable("requestId", "7c5czb081dkp");
                MDCCloseable event = MDC.putCloseable("eventId", "e-1");
                MDCCloseable other = MDC.putCloseable("userName", "somchai")) {
            log.warn("the events of {} wait", "7c5czb081dkp");
        }

        Logged line = told().get(0);
        assertThat(line.text()).isEqualTo("the events of 7c5czb081dkp wait");
        assertThat(line.attributes()).isEqualTo(Map.of("requestId", "7c5czb081dkp", "eventId", "e-1"));
        assertThat(line.traceId()).isEqualTo(TRACE_ID);
        assertThat(line.line().getSeverityNumber()).isEqualTo(SeverityNumber.SEVERITY_NUMBER_WARN);
        assertThat(line.line().getSeverityText()).isEqualTo("WARN");
        assertThat(line.line().getTimeUnixNano()).isPositive();
        assertThat(line.logger()).isEqualTo(SentLogsTest.class.getName());
        assertThat(line.process()).containsEntry("service.name", "sample").containsKey("service.instance.id");
    }

    @Test
    void aLineThatIsAboutNothingHasNoIds() {
        send(collector.logsEndpoint());

        log.error("a call failed");

        Logged line = told().get(0);
        assertThat(line.attributes()).isEmpty();
        assertThat(line.traceId()).isEmpty();
        assertThat(line.line().getSeverityNumber()).isEqualTo(SeverityNumber.SEVERITY_NUMBER_ERROR);
    }

    @Test
    void ofAnExceptionItIsToldWhatAndWhereButNotWhatItSays() {
        send(collector.logsEndpoint());

        log.error("a call failed", new IllegalStateException("somchai", new IOException("มาลี ใจดี")));

        Logged line = told().get(0);
        assertThat(line.attributes())
                .containsOnlyKeys("exception.type", "exception.stacktrace")
                .containsEntry("exception.type", "java.lang.IllegalStateException");
        assertThat(line.attributes().get("exception.stacktrace"))
                .contains("java.io.IOException", "Wrapped by: java.lang.IllegalStateException")
                .contains("at " + SentLogsTest.class.getName())
                .doesNotContain("somchai", "มาลี");
    }

    @Test
    void aProcessThatEndsHasToldItsLastLine() {
        send(collector.logsEndpoint());

        log.warn("the last");
        SentLogs.end();

        assertThat(collector.lines()).extracting(Logged::text).containsExactly("the last");
    }

    @Test
    void whoLogsDoesNotWaitForACollectorThatHangsAndWhatWaitsIsBounded() {
        send(collector.logsEndpoint());
        collector.hang();

        IntStream.range(0, 20 * OtlpAppender.LINES_THAT_WAIT).forEach(number -> log.warn("line {}", number));
        collector.goOn();
        SentLogs.end();

        assertThat(collector.lines()).isNotEmpty().hasSizeLessThanOrEqualTo(2 * OtlpAppender.LINES_THAT_WAIT);
    }

    @Test
    void aProcessEndsAlsoWhenTheCollectorHangsOrIsNotThere() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            send("http://127.0.0.1:" + silent.getLocalPort() + "/otlp/v1/logs");
            log.warn("nobody answers");
            SentLogs.end();
        }
        send("http://127.0.0.1:1/otlp/v1/logs");
        log.warn("nobody is there");
        SentLogs.end();

        assertThat(isSending()).isFalse();
    }

    @Test
    void whatTheSenderSaysOfItselfIsNotSent() {
        send(collector.logsEndpoint());

        LoggerFactory.getLogger("io.opentelemetry.exporter.internal.http.HttpExporter")
                .warn("failed to export");
        log.warn("ours");
        SentLogs.end();

        assertThat(collector.lines()).extracting(Logged::text).containsExactly("ours");
    }

    @Test
    void nothingIsSentWhenNobodySaysWhereTo() {
        SentLogs.begin(new StandardEnvironment(), "sample");
        assertThat(isSending()).isFalse();

        send("");
        assertThat(isSending()).isFalse();
    }

    @Test
    void severalServicesInOneProcessSendOnce() {
        send(collector.logsEndpoint());
        send(collector.logsEndpoint());

        log.warn("once");
        SentLogs.end();

        assertThat(collector.lines()).extracting(Logged::text).containsExactly("once");
    }

    @Test
    void aServiceThatDoesNotStartTellsWhy() {
        SpringApplication service = ServiceApplication.named("broken-service", Broken.class);
        service.setWebApplicationType(WebApplicationType.NONE);
        service.setBannerMode(Banner.Mode.OFF);

        assertThatThrownBy(() -> service.run("--prakat.logs.endpoint=" + collector.logsEndpoint()));
        SentLogs.end();

        assertThat(collector.lines())
                .filteredOn(line -> line.attributes().containsKey("exception.type"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.process()).containsEntry("service.name", "broken-service");
                    assertThat(line.attributes().get("exception.stacktrace"))
                            .startsWith("java.lang.UnsupportedOperationException");
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Broken {

        @Bean
        Object broken() {
            throw new UnsupportedOperationException("for the test");
        }
    }

    private static void send(String endpoint) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("prakat.logs.endpoint", endpoint)));
        SentLogs.begin(environment, "sample");
    }

    private List<Logged> told() {
        await().atMost(PATIENCE).until(() -> !collector.lines().isEmpty());
        return collector.lines();
    }

    private static boolean isSending() {
        return ROOT.getAppender("sent") != null;
    }
}
