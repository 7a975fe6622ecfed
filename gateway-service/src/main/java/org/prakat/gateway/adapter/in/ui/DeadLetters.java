package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Change;
import org.prakat.gateway.application.port.Services.Service;

/** The dead letters of the services, as pages ask for them. */
final class DeadLetters {

    private static final String ALL = "/api/dead-letters";
    private static final String ONE = ALL + "/{id}";

    /** What has become of a dead letter, as the services name it. */
    enum Status {
        WAITING,
        REPLAYED,
        DISCARDED
    }

    /** A dead letter as a service shows it. */
    public record Letter(
            String id,
            String topic,
            @Nullable String key,
            Map<String, String> attributes,
            String body,
            String reason,
            Instant at,
            Status status,
            @Nullable String settledBy,
            @Nullable String remark) {}

    /** A page of them. */
    record Letters(List<Letter> items, @Nullable String next) {}

    private final Services services;

    DeadLetters(Services services) {
        this.services = services;
    }

    /** The service of this name. */
    static Service named(String name) {
        return Arrays.stream(Service.values())
                .filter(service -> service.id().equals(name))
                .findFirst()
                .orElseThrow(PageProblem::notFound);
    }

    Answer<Letters> list(Caller caller, Service service, Status status, @Nullable String cursor, int limit) {
        return cursor == null
                ? services.get(caller, service, Letters.class, ALL + "?status={status}&limit={limit}", status, limit)
                : services.get(
                        caller,
                        service,
                        Letters.class,
                        ALL + "?status={status}&limit={limit}&cursor={cursor}",
                        status,
                        limit,
                        cursor);
    }

    Answer<Letter> read(Caller caller, Service service, String id) {
        return services.get(caller, service, Letter.class, ONE, id);
    }

    Answer<Letter> replay(Caller caller, Service service, String id) {
        return services.send(caller, Change.post(service, ONE + "/replay", id), Letter.class);
    }

    Answer<Letter> discard(Caller caller, Service service, String id, String remark) {
        Change discard = Change.post(service, ONE + "/discard", id).with(Map.of("remark", remark));
        return services.send(caller, discard, Letter.class);
    }
}
