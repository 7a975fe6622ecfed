package org.prakat.publishing.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Due;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.reference.ReferenceData;
import org.prakat.publishing.domain.Assignment;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.Removing.Responsible;
import org.prakat.publishing.domain.ReturnReasons;
import org.prakat.publishing.domain.SiteRules;

/** Who has which duty at this moment, and what the office and its guideline lay down. */
public final class Duties {

    private final ReferenceData reference;

    public Duties(ReferenceData reference) {
        this.reference = reference;
    }

    Optional<AppointmentOrderDefined> toPublish(Identity who, Publication item, Instant at) {
        return order(who, Duty.PUBLISH, item, at);
    }

    Optional<AppointmentOrderDefined> toRemove(Identity who, Publication item, Instant at) {
        return order(who, Duty.REMOVE, item, at);
    }

    private Optional<AppointmentOrderDefined> order(Identity who, Duty duty, Publication item, Instant at) {
        if (!who.has(Role.WEBMASTER)) {
            return Optional.empty();
        }
        return reference.validOrder(
                who.person().id(), duty, item.office(), item.assignment().form().workGroup(), OfficeZone.dateOf(at));
    }

    /** Who answers for removals in the office of an item. */
    Optional<Responsible> responsibleForRemoval(Publication item, Instant at) {
        return reference.holders(Duty.REMOVE, item.office(), null, OfficeZone.dateOf(at)).stream()
                .findFirst()
                .flatMap(holder -> responsible(holder, item, at));
    }

    private Optional<Responsible> responsible(StaffDefined holder, Publication item, Instant at) {
        return reference
                .validOrder(holder.id(), Duty.REMOVE, item.office(), null, OfficeZone.dateOf(at))
                .map(order -> new Responsible(holder.person(), order.reference()));
    }

    SiteRules rules(Publication item, Instant at) {
        return rules(item.assignment(), at);
    }

    /** The version of the guideline that the owner was judged by, unless the approver chose another category. */
    SiteRules rules(Assignment assignment, Instant at) {
        Optional<CategoryDefined> category = reference.category(assignment.category());
        boolean sameCategory = assignment.category().equals(assignment.form().category());
        Optional<Guideline> judgedBy = sameCategory
                ? category.flatMap(found -> found.guideline(assignment.guidelineVersion()))
                : Optional.empty();
        Guideline guideline = judgedBy.or(() -> category.map(found -> found.guidelineOn(OfficeZone.dateOf(at))))
                .orElse(null);
        return new SiteRules(reference.rules(assignment.form().office()), guideline);
    }

    /** Until when the webmaster is to publish what waits since then. */
    Due publishingDue(Publication item, Instant since) {
        return reference.due(item.office(), reference.rules(item.office()).publishingDays(), since);
    }

    /** Until when the approver is to decide what waits since then. */
    Due approvalDue(Publication item, Instant since) {
        return reference.due(item.office(), reference.rules(item.office()).approvalDays(), since);
    }

    ReturnReasons reasons(Publication item, List<RejectionReason> given) {
        return new ReturnReasons(given, reference.reasons(item.office()));
    }
}
