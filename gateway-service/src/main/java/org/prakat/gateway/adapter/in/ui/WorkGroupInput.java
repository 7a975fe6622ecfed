package org.prakat.gateway.adapter.in.ui;

import org.jspecify.annotations.Nullable;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.gateway.domain.WorkGroupDefinition;

/** A work group as it is typed. */
public record WorkGroupInput(@Nullable String id, @Nullable String office, @Nullable String th, @Nullable String en) {

    /** A new one, of the administrator's own office. */
    static WorkGroupInput empty(String office) {
        return new WorkGroupInput(null, office, null, null);
    }

    static WorkGroupInput of(WorkGroupDefined group) {
        return new WorkGroupInput(
                group.id(), group.office(), group.name().th(), group.name().en());
    }

    WorkGroupDefinition definition() {
        return new WorkGroupDefinition(Typed.text(office), Typed.text(th, en));
    }
}
