package org.prakat.request.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RequestForm;

/**
 * The form while it is being filled in: any field may still be empty. The fields are those of {@link RequestForm}; the
 * office is the owner's.
 */
public record Draft(
        @Nullable String title,
        @Nullable String summary,
        @Nullable String workGroup,
        @Nullable String category,
        @Nullable String source,
        @Nullable DataPeriod dataPeriod,
        @Nullable LocalDate wishedPublicationDate,
        @Nullable PublicationPeriod publicationPeriod,
        @Nullable String externalLink,
        @Nullable String remark,
        boolean urgent) {

    /** Blank text is no text. */
    public Draft {
        title = blankToNull(title);
        summary = blankToNull(summary);
        workGroup = blankToNull(workGroup);
        category = blankToNull(category);
        source = blankToNull(source);
        externalLink = blankToNull(externalLink);
        remark = blankToNull(remark);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
