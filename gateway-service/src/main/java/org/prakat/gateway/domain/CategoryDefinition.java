package org.prakat.gateway.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Text;

/** A category with its part of the guideline, as an administrator fills it in. The fields are those of {@link CategoryDefined}. */
public record CategoryDefinition(
        @Nullable String office,
        @Nullable Text name,
        int position,
        @Nullable List<String> permittedExtensions,
        long maxFileSize,
        int maxFiles,
        @Nullable PublicationPeriod defaultPeriod,
        @Nullable PublicationPeriod longestPeriod,
        boolean active)
        implements Definition<CategoryDefined> {

    private static final long LARGEST_FILE = 10L * 1024 * 1024 * 1024;
    private static final int MOST_FILES = 100;
    /** Lengths are compared from some day on; the leap year makes it the longest of all. */
    private static final LocalDate ANY_DAY = LocalDate.of(2028, 1, 1);

    @Override
    public List<Fault> faults(String id, Known known) {
        Faults faults = new Faults()
                .id(id)
                .check(known.office(office), "office", "UNKNOWN")
                .text("name", name)
                .check(position >= 1, "position", "OUT_OF_RANGE")
                .check(maxFileSize >= 1 && maxFileSize <= LARGEST_FILE, "maxFileSize", "OUT_OF_RANGE")
                .check(maxFiles >= 1 && maxFiles <= MOST_FILES, "maxFiles", "OUT_OF_RANGE")
                .check(
                        permittedExtensions != null
                                && !permittedExtensions.isEmpty()
                                && permittedExtensions.stream().allMatch(known::extension),
                        "permittedExtensions",
                        "UNKNOWN")
                .check(isLength(defaultPeriod), "defaultPeriod", "REQUIRED")
                .check(isLength(longestPeriod), "longestPeriod", "REQUIRED");
        if (isLength(defaultPeriod) && isLength(longestPeriod)) {
            boolean longer = requireNonNull(defaultPeriod).isLongerThan(requireNonNull(longestPeriod), ANY_DAY);
            faults.check(!longer, "defaultPeriod", "PERIOD_TOO_LONG");
        }
        return faults.found();
    }

    private static boolean isLength(@Nullable PublicationPeriod period) {
        return period != null && period.unit() != PublicationPeriod.Unit.UNTIL_DATE;
    }

    @Override
    public CategoryDefined define(String id, long version) {
        return new CategoryDefined(
                id,
                version,
                requireNonNull(office),
                requireNonNull(name),
                position,
                List.of(new Guideline(
                        1,
                        ANY_DAY,
                        Set.of(),
                        requireNonNull(permittedExtensions),
                        maxFileSize,
                        maxFiles,
                        requireNonNull(defaultPeriod),
                        requireNonNull(longestPeriod),
                        null,
                        null)),
                active);
    }
}
