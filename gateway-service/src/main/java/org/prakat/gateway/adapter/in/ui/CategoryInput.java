package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.CategoryDefined;
import org.prakat.gateway.domain.CategoryDefinition;
import org.prakat.gateway.domain.GuidelineDefinition;

/** A category as it is typed, without its guideline. */
public record CategoryInput(
        @Nullable String id,
        @Nullable String office,
        @Nullable String th,
        @Nullable String en,
        @Nullable String position,
        @Nullable Boolean active) {

    /** A new one, the last of the administrator's own office. */
    static CategoryInput empty(String office, int position) {
        return new CategoryInput(null, office, null, null, String.valueOf(position), true);
    }

    static CategoryInput of(CategoryDefined category) {
        return new CategoryInput(
                category.id(),
                category.office(),
                category.name().th(),
                category.name().en(),
                String.valueOf(category.position()),
                category.active());
    }

    /**
     * @param guideline its next version; absent: no new one
     * @param faults gets what cannot be read
     */
    CategoryDefinition definition(@Nullable GuidelineDefinition guideline, List<Fault> faults) {
        return new CategoryDefinition(
                Typed.text(office),
                Typed.text(th, en),
                Typed.required(position, "position", faults),
                guideline,
                Boolean.TRUE.equals(active));
    }
}
