package org.prakat.request.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Concern;
import org.prakat.common.event.DataPeriod;
import org.prakat.common.event.EvidenceTag;
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
        boolean urgent,
        @Nullable Concern concerning,
        List<EvidenceTag> evidence) {

    /** Blank text is no text. */
    public Draft {
        title = blankToNull(title);
        summary = blankToNull(summary);
        workGroup = blankToNull(workGroup);
        category = blankToNull(category);
        source = blankToNull(source);
        externalLink = blankToNull(externalLink);
        remark = blankToNull(remark);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }

    /** With nothing in it. */
    static final Draft EMPTY =
            new Draft(null, null, null, null, null, null, null, null, null, null, false, null, List.of());

    /** The same, about something that is on the site, or about nothing there; the form itself cannot say so. */
    Draft about(@Nullable Concern concern) {
        return new Draft(
                title,
                summary,
                workGroup,
                category,
                source,
                dataPeriod,
                wishedPublicationDate,
                publicationPeriod,
                externalLink,
                remark,
                urgent,
                concern,
                evidence);
    }

    /** What a copy takes over: all but the dates, which no longer fit, and what belongs to the one occasion. */
    Draft forCopy() {
        return new Draft(
                title,
                summary,
                workGroup,
                category,
                source,
                null,
                null,
                publicationPeriod == null || publicationPeriod.lastDay() != null ? null : publicationPeriod,
                externalLink,
                null,
                false,
                null,
                evidence);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
