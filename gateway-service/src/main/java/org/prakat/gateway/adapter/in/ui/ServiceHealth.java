package org.prakat.gateway.adapter.in.ui;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Service;

/** How the services are. The gateway is well when it can show this. */
final class ServiceHealth {

    private static final String HEALTH = "/actuator/health/";

    /** What is zero while all is well. */
    private static final List<String> FIGURES =
            List.of("prakat.outbox.blocked", "prakat.audit.blocked", "prakat.deadlines.overdue");

    /** How a service is. */
    public enum State {
        READY,
        /** It lives, but its database does not answer. */
        NOT_READY,
        SILENT
    }

    /** A number that a service tells of itself. */
    public record Figure(String name, long value) {}

    /** A service, and how it is. */
    public record Condition(String service, State state, List<Figure> figures) {}

    private record Health(String status) {}

    private record Metric(List<Measurement> measurements) {

        private record Measurement(double value) {}

        long value() {
            return measurements.isEmpty() ? 0 : Math.round(measurements.get(0).value());
        }
    }

    private final Services services;

    ServiceHealth(Services services) {
        this.services = services;
    }

    List<Condition> conditions(Caller caller) {
        return Arrays.stream(Service.values())
                .map(service -> new Condition(service.id(), state(caller, service), figures(caller, service)))
                .toList();
    }

    State state(Caller caller, Service service) {
        if (isUp(caller, service, "readiness")) {
            return State.READY;
        }
        return isUp(caller, service, "liveness") ? State.NOT_READY : State.SILENT;
    }

    private boolean isUp(Caller caller, Service service, String which) {
        return services.get(caller, service, Health.class, HEALTH + which)
                .ifDone()
                .filter(health -> health.status().equals("UP"))
                .isPresent();
    }

    private List<Figure> figures(Caller caller, Service service) {
        return FIGURES.stream().flatMap(name -> figure(caller, service, name)).toList();
    }

    /** Not every service has every figure. */
    private Stream<Figure> figure(Caller caller, Service service, String name) {
        return services.get(caller, service, Metric.class, "/actuator/metrics/{name}", name).ifDone().stream()
                .map(metric -> new Figure(name, metric.value()));
    }
}
