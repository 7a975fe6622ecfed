package org.prakat.gateway.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.PublicationPeriod;

/** The next version of a category's guideline, as an administrator fills it in. The fields are those of {@link Guideline}. */
public record GuidelineDefinition(
        @Nullable LocalDate effectiveFrom,
        @Nullable Set<String> requiredFields,
        @Nullable List<String> permittedExtensions,
        long maxFileSize,
        int maxFiles,
        @Nullable PublicationPeriod defaultPeriod,
        @Nullable PublicationPeriod longestPeriod,
        @Nullable Integer currencyCheckDays,
        @Nullable Integer retentionDays) {

    private static final Set<String> MAY_BE_REQUIRED =
            Set.of("externalLink", "remark", "wishedPublicationDate", "attachments", "evidence");
    private static final long LARGEST_FILE = 10L * 1024 * 1024 * 1024;
    private static final int MOST_FILES = 100;
    private static final int TEN_YEARS = 3_650;
    private static final int HUNDRED_YEARS = 36_500;
    /** Lengths are compared from some day on; the leap year makes it the longest of all. */
    private static final LocalDate ANY_DAY = LocalDate.of(2028, 1, 1);

    private Set<String> required() {
        return requiredFields == null ? Set.of() : requiredFields;
    }

    /** @param notBefore the day from which on the version before it holds; absent for the first */
    void check(Faults faults, Known known, @Nullable LocalDate notBefore) {
        faults.required("guideline.effectiveFrom", effectiveFrom)
                .check(
                        effectiveFrom == null || notBefore == null || !effectiveFrom.isBefore(notBefore),
                        "guideline.effectiveFrom",
                        "BEFORE_THE_LAST_VERSION")
                .check(MAY_BE_REQUIRED.containsAll(required()), "guideline.requiredFields", "UNKNOWN")
                .check(isWithin(maxFileSize, LARGEST_FILE), "guideline.maxFileSize", "OUT_OF_RANGE")
                .check(isWithin(maxFiles, MOST_FILES), "guideline.maxFiles", "OUT_OF_RANGE")
                .check(
                        permittedExtensions != null
                                && !permittedExtensions.isEmpty()
                                && permittedExtensions.stream().allMatch(known::extension),
                        "guideline.permittedExtensions",
                        "UNKNOWN")
                .check(
                        currencyCheckDays == null || isWithin(currencyCheckDays, TEN_YEARS),
                        "guideline.currencyCheckDays",
                        "OUT_OF_RANGE")
                .check(
                        retentionDays == null || isWithin(retentionDays, HUNDRED_YEARS),
                        "guideline.retentionDays",
                        "OUT_OF_RANGE")
                .check(isRule(defaultPeriod), "guideline.defaultPeriod", "REQUIRED")
                .check(isRule(longestPeriod), "guideline.longestPeriod", "REQUIRED");
        if (isRule(defaultPeriod) && isRule(longestPeriod)) {
            boolean longer = requireNonNull(defaultPeriod).isLongerThan(requireNonNull(longestPeriod), ANY_DAY);
            faults.check(!longer, "guideline.defaultPeriod", "PERIOD_TOO_LONG");
        }
    }

    private static boolean isWithin(long value, long most) {
        return value >= 1 && value <= most;
    }

    /** A rule holds for whatever comes; a date does not. */
    private static boolean isRule(@Nullable PublicationPeriod period) {
        return period != null && period.unit() != PublicationPeriod.Unit.UNTIL_DATE;
    }

    Guideline define(int version) {
        return new Guideline(
                version,
                requireNonNull(effectiveFrom),
                required(),
                requireNonNull(permittedExtensions),
                maxFileSize,
                maxFiles,
                requireNonNull(defaultPeriod),
                requireNonNull(longestPeriod),
                currencyCheckDays,
                retentionDays);
    }
}
