package org.prakat.request.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Due;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.event.WarningAnswer;

/**
 * What the approver laid down by allowing a publication.
 *
 * @param category in which it is to stand
 * @param answers to the warnings
 * @param actingFor in whose place a deputy decided; absent: the head did
 * @param verbal how it was said, when it was by word of mouth
 * @param publishing until when the webmaster is to publish
 */
public record Allowance(
        String category,
        PublicationPeriod publicationPeriod,
        @Nullable String remark,
        List<WarningAnswer> answers,
        @Nullable ActingFor actingFor,
        @Nullable VerbalApproval verbal,
        Due publishing) {

    public Allowance {
        answers = List.copyOf(answers);
    }

    public static Allowance of(Approved approved) {
        return new Allowance(
                approved.category(),
                approved.publicationPeriod(),
                approved.remark(),
                approved.answers(),
                approved.actingFor(),
                approved.verbal(),
                approved.publishing());
    }
}
