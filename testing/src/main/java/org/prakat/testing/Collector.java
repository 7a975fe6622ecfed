package org.prakat.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/** Takes traces and logs by OTLP over HTTP, as Jaeger and VictoriaLogs would, and keeps them. */
public final class Collector implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;
    private final List<Traced> spans = new CopyOnWriteArrayList<>();
    private final List<Logged> lines = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch answering = new CountDownLatch(0);

    /** A span, and the service that told it. */
    public record Traced(String service, Span span) {

        public String traceId() {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray());
        }

        public String name() {
            return span.getName();
        }

        /** {@code service: name}. */
        public String what() {
            return service + ": " + name();
        }

        public Map<String, String> attributes() {
            return asMap(span.getAttributesList());
        }

        public boolean isPartOf(Traced other) {
            return span.getParentSpanId().equals(other.span.getSpanId());
        }
    }

    /** A line of a log, and the process that told it. */
    public record Logged(Map<String, String> process, String logger, LogRecord line) {

        public String text() {
            return line.getBody().getStringValue();
        }

        public String traceId() {
            return HexFormat.of().formatHex(line.getTraceId().toByteArray());
        }

        public Map<String, String> attributes() {
            return asMap(line.getAttributesList());
        }
    }

    private Collector(HttpServer server) {
        this.server = server;
    }

    /** Begins to listen, on this machine only. */
    public static Collector start() throws IOException {
        Collector collector =
                new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        collector.server.createContext("/v1/traces", collector::takeTraces);
        collector.server.createContext("/otlp/v1/logs", collector::takeLogs);
        collector.server.start();
        return collector;
    }

    public String tracesEndpoint() {
        return address() + "/v1/traces";
    }

    public String logsEndpoint() {
        return address() + "/otlp/v1/logs";
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<Traced> spans() {
        return List.copyOf(spans);
    }

    public List<Traced> trace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    public List<Logged> lines() {
        return List.copyOf(lines);
    }

    /** From now on whoever sends logs waits for an answer. */
    public void hang() {
        answering = new CountDownLatch(1);
    }

    /** All who wait are answered. */
    public void goOn() {
        answering.countDown();
    }

    private void takeTraces(HttpExchange call) throws IOException {
        try (call) {
            ExportTraceServiceRequest.parseFrom(call.getRequestBody())
                    .getResourceSpansList()
                    .forEach(this::keep);
            call.sendResponseHeaders(OK, -1);
        }
    }

    private void keep(ResourceSpans told) {
        String service = attributes(told.getResource()).getOrDefault("service.name", "");
        told.getScopeSpansList()
                .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(new Traced(service, span))));
    }

    private void takeLogs(HttpExchange call) throws IOException {
        try (call) {
            answering.await();
            ExportLogsServiceRequest.parseFrom(call.getRequestBody())
                    .getResourceLogsList()
                    .forEach(this::keep);
            call.sendResponseHeaders(OK, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep(ResourceLogs told) {
        Map<String, String> process = attributes(told.getResource());
        told.getScopeLogsList().forEach(logger -> logger.getLogRecordsList()
                .forEach(line -> lines.add(new Logged(process, logger.getScope().getName(), line))));
    }

    private static Map<String, String> attributes(Resource resource) {
        return asMap(resource.getAttributesList());
    }

    private static Map<String, String> asMap(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey, attribute -> attribute.getValue().getStringValue()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
