package org.prakat.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiscreetSpansTest {

    @Test
    void whatNamesNobodyIsToldAndNothingElse() {
        List<SpanData> told = new ArrayList<>();
        try (SdkTracerProvider tracing = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetSpans(new Keeping(told))))
                .build()) {
            Span span = tracing.get("test").spanBuilder("http get /search").startSpan();
            span.setAttribute("method", "GET");
            span.setAttribute("http.url", "/search?q=มาลี");
            span.recordException(new IllegalStateException("มาลี ใจดี"));
            span.setStatus(StatusCode.ERROR, "มาลี ใจดี");
            span.end();
        }

        assertThat(told).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("http get /search");
            assertThat(span.getAttributes().asMap()).isEqualTo(Map.of(AttributeKey.stringKey("method"), "GET"));
            assertThat(span.getEvents()).isEmpty();
            assertThat(span.getStatus()).isEqualTo(StatusData.error());
        });
    }

    private record Keeping(List<SpanData> told) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            told.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
