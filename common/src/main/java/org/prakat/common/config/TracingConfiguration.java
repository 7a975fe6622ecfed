package org.prakat.common.config;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.util.StringUtils;

/**
 * Calls and events are traced where {@code prakat.tracing.endpoint} says where traces go (OTLP over HTTP); else nothing of it is
 * even loaded (ADR 25).
 */
@Configuration(proxyBeanMethods = false)
@Conditional(TracingConfiguration.Wanted.class)
public class TracingConfiguration {

    private static final String ENDPOINT = "prakat.tracing.endpoint";

    static boolean isWanted(Environment environment) {
        return StringUtils.hasText(environment.getProperty(ENDPOINT));
    }

    /** Whether somebody said where traces go. */
    static final class Wanted implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isWanted(context.getEnvironment());
        }
    }

    /** What runs by the clock, or asks how the service is, would be most of what is traced, and tells nobody anything. */
    @Bean
    ObservationPredicate worthTracing() {
        return (name, context) -> !name.equals("tasks.scheduled.execution") && !asksHowTheServiceIs(context);
    }

    private static boolean asksHowTheServiceIs(Observation.Context context) {
        return context instanceof ServerRequestObservationContext call
                && call.getCarrier() != null
                && call.getCarrier().getRequestURI().startsWith("/actuator");
    }

    @Bean
    SpanExporters discreetSpans(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().<SpanExporter>map(DiscreetSpans::new).toList());
    }
}
