package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Guideline;
import org.prakat.gateway.domain.GuidelineDefinition;

/** The next version of a category's guideline as it is typed. */
public record GuidelineInput(
        @Nullable DateInput effectiveFrom,
        @Nullable Set<String> permittedExtensions,
        @Nullable String maxFileSize,
        @Nullable String maxFiles,
        @Nullable PeriodRuleInput defaultPeriod,
        @Nullable PeriodRuleInput longestPeriod,
        @Nullable Set<String> requiredFields,
        @Nullable String currencyCheckDays,
        @Nullable String retentionDays) {

    private static final long MEBIBYTE = 1_048_576;

    static GuidelineInput empty() {
        return new GuidelineInput(null, Set.of("pdf"), "50", "10", null, null, Set.of(), null, null).complete();
    }

    /** What the next version begins with: the last one, without the day from which on it holds. */
    static GuidelineInput after(Guideline last) {
        return new GuidelineInput(
                        null,
                        Set.copyOf(last.permittedExtensions()),
                        String.valueOf(last.maxFileSize() / MEBIBYTE),
                        String.valueOf(last.maxFiles()),
                        PeriodRuleInput.of(last.defaultPeriod()),
                        PeriodRuleInput.of(last.longestPeriod()),
                        last.requiredFields(),
                        text(last.currencyCheckDays()),
                        text(last.retentionDays()))
                .complete();
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : String.valueOf(number);
    }

    /** With empty parts where none was sent, as the page needs it. */
    GuidelineInput complete() {
        return new GuidelineInput(
                DateInput.orEmpty(effectiveFrom),
                permittedExtensions == null ? Set.of() : permittedExtensions,
                maxFileSize,
                maxFiles,
                defaultPeriod == null ? PeriodRuleInput.EMPTY : defaultPeriod,
                longestPeriod == null ? PeriodRuleInput.EMPTY : longestPeriod,
                requiredFields == null ? Set.of() : requiredFields,
                currencyCheckDays,
                retentionDays);
    }

    /** @param faults gets what cannot be read */
    GuidelineDefinition definition(Words words, List<Fault> faults) {
        GuidelineInput typed = complete();
        return new GuidelineDefinition(
                DateInput.orEmpty(typed.effectiveFrom()).read("guideline.effectiveFrom", words, faults),
                typed.requiredFields(),
                typed.permittedExtensions() == null
                        ? List.of()
                        : typed.permittedExtensions().stream().sorted().toList(),
                Typed.required(maxFileSize, "guideline.maxFileSize", faults) * MEBIBYTE,
                Typed.required(maxFiles, "guideline.maxFiles", faults),
                defaultPeriod == null ? null : defaultPeriod.read("guideline.defaultPeriod", faults),
                longestPeriod == null ? null : longestPeriod.read("guideline.longestPeriod", faults),
                Typed.number(currencyCheckDays, "guideline.currencyCheckDays", faults),
                Typed.number(retentionDays, "guideline.retentionDays", faults));
    }
}
