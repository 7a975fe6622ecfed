package org.prakat.gateway.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.OfficeRules;
import org.prakat.common.event.Text;

/** An office, as an administrator fills it in. */
public record OfficeDefinition(@Nullable Text name) implements Definition<OfficeDefined> {

    @Override
    public List<Fault> faults(String id, Known known) {
        return new Faults().id(id).text("name", name).found();
    }

    @Override
    public OfficeDefined define(String id, long version) {
        return new OfficeDefined(id, version, requireNonNull(name), OfficeRules.DEFAULT, null);
    }
}
