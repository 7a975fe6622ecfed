package org.prakat.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes traces by OTLP over HTTP, as a collector would, and keeps them. */
final class Collector implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;
    private final List<Traced> spans = new CopyOnWriteArrayList<>();

    /** A span, and the service that told it. */
    record Traced(String service, Span span) {

        String traceId() {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray());
        }

        String name() {
            return span.getName();
        }

        /** {@code service: name}. */
        String what() {
            return service + ": " + name();
        }

        Map<String, String> attributes() {
            return span.getAttributesList().stream().collect(Collectors.toMap(KeyValue::getKey, pair -> pair.getValue()
                    .getStringValue()));
        }

        boolean isPartOf(Traced other) {
            return span.getParentSpanId().equals(other.span.getSpanId());
        }
    }

    private Collector(HttpServer server) {
        this.server = server;
    }

    static Collector start() throws IOException {
        Collector collector =
                new Collector(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        collector.server.createContext("/v1/traces", collector::take);
        collector.server.start();
        return collector;
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    List<Traced> spans() {
        return List.copyOf(spans);
    }

    List<Traced> trace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            ExportTraceServiceRequest.parseFrom(call.getRequestBody())
                    .getResourceSpansList()
                    .forEach(this::keep);
            call.sendResponseHeaders(OK, -1);
        }
    }

    private void keep(ResourceSpans resource) {
        String service = resource.getResource().getAttributesList().stream()
                .filter(pair -> pair.getKey().equals("service.name"))
                .map(pair -> pair.getValue().getStringValue())
                .findFirst()
                .orElse("");
        resource.getScopeSpansList()
                .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(new Traced(service, span))));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
