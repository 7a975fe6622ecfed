package org.prakat.gateway.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;

/** A program of another office, as an administrator fills it in. The fields are those of {@link OfficeClient}; its secret is made apart. */
public record OfficeClientDefinition(
        @Nullable String name, @Nullable String office, @Nullable Set<String> receivers, boolean active) {

    private static final int MOST_RECEIVERS = 50;

    /** All that is wrong with it. */
    public List<Fault> faults(String id, Known known) {
        Set<String> named = receivers == null ? Set.of() : receivers;
        return new Faults()
                .id(id)
                .name("name", name)
                .check(known.office(office), "office", "UNKNOWN")
                .check(!named.isEmpty(), "receivers", "REQUIRED")
                .check(named.size() <= MOST_RECEIVERS, "receivers", "TOO_MANY")
                .check(named.stream().limit(MOST_RECEIVERS).allMatch(known::office), "receivers", "UNKNOWN")
                .found();
    }

    /** The client, once there is nothing wrong with it; what it had of a secret stays. */
    public OfficeClient define(String id, Optional<OfficeClient> before) {
        return new OfficeClient(
                id,
                requireNonNull(name),
                requireNonNull(office),
                requireNonNull(receivers),
                active,
                before.map(OfficeClient::secretHash).orElse(null),
                before.map(OfficeClient::secretChangedAt).orElse(Instant.EPOCH));
    }
}
