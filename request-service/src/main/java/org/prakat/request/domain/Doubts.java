package org.prakat.request.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.FiscalYear;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.Warning;

/**
 * What makes one doubt a form that breaks no rule. It becomes warnings, which the approver must answer.
 *
 * @param sameTitle an older request of the same category with the same title
 * @param sameFile older requests that carry the same content, by the id of the attachment
 * @param today the office's date
 */
public record Doubts(Optional<String> sameTitle, Map<String, String> sameFile, LocalDate today) {

    /** Data that ended in the fiscal year before the last one is probably outdated. */
    private static final int FISCAL_YEARS = 1;

    List<Warning> about(Draft draft) {
        List<Warning> warnings = new ArrayList<>();
        if (isOutdated(draft.dataPeriod())) {
            warnings.add(new Warning("PROBABLY_OUTDATED", "dataPeriod", null));
        }
        if (draft.concerning() == null) {
            sameTitle.ifPresent(older -> warnings.add(new Warning("LIKELY_DUPLICATE", "title", older)));
            new TreeMap<>(sameFile)
                    .forEach((attachment, older) ->
                            warnings.add(new Warning("LIKELY_DUPLICATE", "attachments." + attachment, older)));
        }
        personal(warnings, "title", draft.title());
        personal(warnings, "summary", draft.summary());
        personal(warnings, "source", draft.source());
        personal(warnings, "remark", draft.remark());
        return warnings;
    }

    private boolean isOutdated(@Nullable DataPeriod period) {
        return period != null
                && FiscalYear.of(period.end()).number() < FiscalYear.of(today).number() - FISCAL_YEARS;
    }

    private static void personal(List<Warning> warnings, String field, @Nullable String text) {
        if (text != null && PersonalData.isIn(text)) {
            warnings.add(new Warning("PERSONAL_DATA", field, null));
        }
    }
}
