package org.prakat.approval.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Check;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.event.WarningAnswer;

/**
 * What an approver decided.
 *
 * @param authority by what they did
 * @param at UTC
 * @param checks made and in order; empty when it was not allowed, or not yet confirmed in writing
 * @param category where it is to be published; absent when it was not allowed
 * @param reasons why not; empty when it was allowed
 * @param answers to the warnings
 * @param verbal how it was said, when it was by word of mouth
 */
public record Decision(
        Person approver,
        Authority authority,
        Instant at,
        List<Check> checks,
        @Nullable String category,
        @Nullable PublicationPeriod publicationPeriod,
        @Nullable Person webmaster,
        @Nullable String remark,
        List<RejectionReason> reasons,
        List<WarningAnswer> answers,
        @Nullable VerbalApproval verbal) {

    public Decision {
        checks = List.copyOf(checks);
        reasons = List.copyOf(reasons);
        answers = List.copyOf(answers);
    }

    static Decision against(Person approver, Authority authority, List<RejectionReason> reasons, Instant at) {
        return new Decision(approver, authority, at, List.of(), null, null, null, null, reasons, List.of(), null);
    }

    /** Confirmed in writing, by whoever confirmed it. */
    Decision confirmed(Person by, Authority under, Confirmation confirmation, Instant confirmedAt) {
        return new Decision(
                by,
                under,
                confirmedAt,
                confirmation.checks(),
                category,
                publicationPeriod,
                webmaster,
                remark,
                reasons,
                confirmation.answers(),
                verbal);
    }
}
