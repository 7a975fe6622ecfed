package org.prakat.approval.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.Check;
import org.prakat.common.event.Warning;
import org.prakat.common.event.WarningAnswer;

/**
 * What an approver ticks and writes to stand in for a publication: checks 2.1 and 2.2, and an answer to every warning.
 *
 * @param guidelineChecked check 2.1: it follows the publication guideline
 * @param contentChecked check 2.2: it is correct
 */
public record Confirmation(
        boolean guidelineChecked,
        @Nullable String guidelineRemark,
        boolean contentChecked,
        @Nullable String contentRemark,
        List<WarningAnswer> answers) {

    static final int LONGEST_REMARK = 1_000;

    public Confirmation {
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    List<Check> checks() {
        return List.of(new Check("2.1", guidelineRemark), new Check("2.2", contentRemark));
    }

    List<Fault> faults(List<Warning> warnings) {
        List<Fault> faults = new ArrayList<>();
        if (!guidelineChecked) {
            faults.add(new Fault("guidelineChecked", "CHECK_REQUIRED"));
        }
        if (!contentChecked) {
            faults.add(new Fault("contentChecked", "CHECK_REQUIRED"));
        }
        length(faults, "guidelineRemark", guidelineRemark);
        length(faults, "contentRemark", contentRemark);
        for (Warning warning : warnings) {
            String field = "answers." + warning.code() + "." + warning.field();
            Optional<WarningAnswer> answer = answers.stream()
                    .filter(given ->
                            given.code().equals(warning.code()) && given.field().equals(warning.field()))
                    .findFirst();
            if (answer.filter(given -> !given.answer().isBlank()).isEmpty()) {
                faults.add(new Fault(field, "ANSWER_REQUIRED"));
            }
            answer.ifPresent(given -> length(faults, field, given.answer()));
        }
        return faults;
    }

    static void length(List<Fault> faults, String field, @Nullable String text) {
        if (text != null && text.codePointCount(0, text.length()) > LONGEST_REMARK) {
            faults.add(new Fault(field, "TOO_LONG", Map.of("max", String.valueOf(LONGEST_REMARK))));
        }
    }
}
