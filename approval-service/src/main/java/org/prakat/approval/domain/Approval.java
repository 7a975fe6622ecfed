package org.prakat.approval.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.WarningAnswer;

/** What an approver fills in to allow a publication. The fields are those of {@link Confirmation} and {@link Assignment}. */
public record Approval(
        boolean guidelineChecked,
        @Nullable String guidelineRemark,
        boolean contentChecked,
        @Nullable String contentRemark,
        List<WarningAnswer> answers,
        @Nullable String category,
        @Nullable PublicationPeriod publicationPeriod,
        @Nullable String webmaster,
        @Nullable String remark) {

    public Approval {
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    Confirmation confirmation() {
        return new Confirmation(guidelineChecked, guidelineRemark, contentChecked, contentRemark, answers);
    }

    public Assignment assignment() {
        return new Assignment(category, publicationPeriod, webmaster, remark);
    }
}
