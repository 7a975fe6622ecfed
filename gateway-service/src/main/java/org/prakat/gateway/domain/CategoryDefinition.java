package org.prakat.gateway.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.Text;

/**
 * A category, as an administrator fills it in. The fields are those of {@link CategoryDefined}.
 *
 * @param guideline its next version, which leaves the earlier ones as they are; absent: no new one
 */
public record CategoryDefinition(
        @Nullable String office,
        @Nullable Text name,
        int position,
        @Nullable GuidelineDefinition guideline,
        boolean active)
        implements Definition<CategoryDefined> {

    @Override
    public List<Fault> faults(String id, Known known, Optional<CategoryDefined> before) {
        Faults faults = new Faults()
                .id(id)
                .check(known.office(office), "office", "UNKNOWN")
                .text("name", name)
                .check(position >= 1, "position", "OUT_OF_RANGE")
                .check(guideline != null || before.isPresent(), "guideline", "REQUIRED");
        if (guideline != null) {
            guideline.check(faults, known, latest(before));
        }
        return faults.found();
    }

    private static @Nullable LocalDate latest(Optional<CategoryDefined> before) {
        return before.map(CategoryDefined::guidelines)
                .map(versions -> versions.get(versions.size() - 1).effectiveFrom())
                .orElse(null);
    }

    @Override
    public CategoryDefined define(String id, long version, Optional<CategoryDefined> before) {
        List<Guideline> versions =
                new ArrayList<>(before.map(CategoryDefined::guidelines).orElse(List.of()));
        if (guideline != null) {
            versions.add(guideline.define(versions.size() + 1));
        }
        return new CategoryDefined(
                id, version, requireNonNull(office), requireNonNull(name), position, versions, active);
    }
}
