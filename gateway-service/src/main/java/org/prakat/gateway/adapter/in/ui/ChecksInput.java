package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Warning;
import org.prakat.common.event.WarningAnswer;
import org.prakat.gateway.adapter.in.ui.ApproverApi.Confirmation;

/** What an approver ticks and writes to stand in for a publication, as it is typed. */
public record ChecksInput(
        @Nullable Boolean guidelineChecked,
        @Nullable String guidelineRemark,
        @Nullable Boolean contentChecked,
        @Nullable String contentRemark) {

    static final ChecksInput EMPTY = new ChecksInput(null, null, null, null);

    /** @param sent all that the page sent, with the answer to each warning */
    Confirmation with(List<Warning> warnings, Map<String, String> sent) {
        List<WarningAnswer> answers = warnings.stream()
                .map(warning ->
                        new WarningAnswer(warning.code(), warning.field(), sent.getOrDefault(fieldOf(warning), "")))
                .toList();
        return new Confirmation(
                Boolean.TRUE.equals(guidelineChecked),
                guidelineRemark,
                Boolean.TRUE.equals(contentChecked),
                contentRemark,
                answers);
    }

    /** Where a warning is answered, as approval-service calls it when the answer is missing. */
    public static String fieldOf(Warning warning) {
        return "answers." + warning.code() + "." + warning.field();
    }
}
