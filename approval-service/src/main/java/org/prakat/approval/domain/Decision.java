package org.prakat.approval.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Check;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RejectionReason;

/**
 * What an approver decided.
 *
 * @param order the order that appointed the approver
 * @param at UTC
 * @param checks made and in order; empty when it was refused
 * @param category where it is to be published; absent when it was refused
 * @param reasons why not; empty when it was allowed
 */
public record Decision(
        Person approver,
        OrderReference order,
        Instant at,
        List<Check> checks,
        @Nullable String category,
        @Nullable PublicationPeriod publicationPeriod,
        @Nullable Person webmaster,
        @Nullable String remark,
        List<RejectionReason> reasons) {

    public Decision {
        checks = List.copyOf(checks);
        reasons = List.copyOf(reasons);
    }
}
