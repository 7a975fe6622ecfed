package org.prakat.gateway.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Text;
import org.prakat.common.event.WorkGroupDefined;

/** A work group, as an administrator fills it in. */
public record WorkGroupDefinition(@Nullable String office, @Nullable Text name)
        implements Definition<WorkGroupDefined> {

    @Override
    public List<Fault> faults(String id, Known known, Optional<WorkGroupDefined> before) {
        return new Faults()
                .id(id)
                .check(known.office(office), "office", "UNKNOWN")
                .text("name", name)
                .found();
    }

    @Override
    public WorkGroupDefined define(String id, long version, Optional<WorkGroupDefined> before) {
        return new WorkGroupDefined(id, version, requireNonNull(office), requireNonNull(name));
    }
}
