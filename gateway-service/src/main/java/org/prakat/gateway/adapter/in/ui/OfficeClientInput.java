package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.domain.OfficeClient;
import org.prakat.gateway.domain.OfficeClientDefinition;

/** A program of another office as it is typed. */
public record OfficeClientInput(
        @Nullable String id,
        @Nullable String name,
        @Nullable String office,
        @Nullable List<String> receivers,
        @Nullable Boolean active) {

    /** A new one, that hands in to the administrator's own office. */
    static OfficeClientInput to(String receiver) {
        return new OfficeClientInput(null, null, null, List.of(receiver), true);
    }

    static OfficeClientInput of(OfficeClient client) {
        return new OfficeClientInput(
                client.id(),
                client.name(),
                client.office(),
                client.receivers().stream().sorted().toList(),
                client.active());
    }

    /** The offices that are ticked. */
    public Set<String> ticked() {
        return receivers == null ? Set.of() : Set.copyOf(receivers);
    }

    OfficeClientDefinition definition() {
        return new OfficeClientDefinition(Typed.text(name), Typed.text(office), ticked(), Boolean.TRUE.equals(active));
    }
}
