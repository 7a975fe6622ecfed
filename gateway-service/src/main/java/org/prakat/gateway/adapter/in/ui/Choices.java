package org.prakat.gateway.adapter.in.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.Text;
import org.prakat.common.event.WorkGroupDefined;

/** What the form offers to choose from, as request-service shows it. */
public record Choices(List<WorkGroupDefined> workGroups, List<CategoryDefined> categories) {

    /** How a category is called; its id where it is no longer in use. */
    public @Nullable Text category(@Nullable String id) {
        return find(id).map(CategoryDefined::name).orElseGet(() -> plain(id));
    }

    /** How a work group is called. */
    public @Nullable Text workGroup(@Nullable String id) {
        return workGroups.stream()
                .filter(group -> group.id().equals(id))
                .map(WorkGroupDefined::name)
                .findFirst()
                .orElseGet(() -> plain(id));
    }

    Optional<Guideline> guideline(@Nullable String category, LocalDate today) {
        return find(category).map(found -> found.guidelineOn(today));
    }

    private Optional<CategoryDefined> find(@Nullable String id) {
        return categories.stream().filter(category -> category.id().equals(id)).findFirst();
    }

    private static @Nullable Text plain(@Nullable String id) {
        return id == null ? null : new Text(id, id);
    }
}
