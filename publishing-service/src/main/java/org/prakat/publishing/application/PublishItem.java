package org.prakat.publishing.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.PublicationDue;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.reference.ReferenceData;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.Publication.Instruction;
import org.prakat.publishing.domain.PublicationStatus;
import org.prakat.publishing.domain.Standing;

/** The webmaster checks an item and puts it on the site, now or at a set time, or sends it back (3.1, 3.2). */
public final class PublishItem {

    private final Publications publications;
    private final ReferenceData reference;
    private final SiteFiles files;
    private final InstantSource clock;

    public PublishItem(Publications publications, ReferenceData reference, SiteFiles files, InstantSource clock) {
        this.publications = publications;
        this.reference = reference;
        this.files = files;
        this.clock = clock;
    }

    public Result<Versioned<Publication>> publish(Identity who, String id, long version, Instruction instruction) {
        Cause cause = Cause.call(who, clock.instant());
        if (instruction.publishAt() != null) {
            return publications.decide(
                    id,
                    version,
                    found -> who.belongsTo(found.office()),
                    found -> found.schedule(who.person(), order(who, found, cause), instruction, cause.at()),
                    cause);
        }
        return current(who, id, version)
                .flatMap(found -> nowOnSite(
                        found,
                        cause.at(),
                        number -> found.state()
                                .publish(
                                        who.person(),
                                        order(who, found.state(), cause),
                                        instruction,
                                        number,
                                        cause.at()),
                        cause));
    }

    /** The time of a scheduled item has come. */
    public Handled on(PublicationDue event, EventContext context) {
        Optional<Versioned<Publication>> found = publications.find(event.requestId());
        if (found.isEmpty()) {
            return Handled.TOO_EARLY;
        }
        Cause cause = context.causeAt(clock.instant());
        boolean waiting = found.get().state().status() == PublicationStatus.SCHEDULED
                && found.get().state().assignment().revision() == event.revision();
        if (waiting) {
            Instant from = Optional.ofNullable(found.get().state().publishAt()).orElseThrow();
            Result<Versioned<Publication>> appeared =
                    nowOnSite(found.get(), from, number -> found.get().state().appear(number, cause.at()), cause);
            if (isStale(appeared)) {
                return on(event, context);
            }
        }
        return Handled.DONE;
    }

    private static boolean isStale(Result<?> result) {
        return result instanceof Result.Refused<?> refused && refused.refusal().reason() == Reason.STALE;
    }

    /** First the files, then the state: what is on the site is complete, whatever crashes in between. */
    private Result<Versioned<Publication>> nowOnSite(
            Versioned<Publication> found, Instant from, IntFunction<Result<Change<Publication>>> change, Cause cause) {
        Result<Change<Publication>> allowed = change.apply(1);
        if (allowed instanceof Result.Refused<Change<Publication>> refused) {
            return Result.refused(refused.refusal());
        }
        if (!files.putOnSite(found.state().assignment().attachments())) {
            return Result.refused(Reason.RULE, "DIGEST_MISMATCH");
        }
        String category = found.state().assignment().category();
        return publications.publish(found, category, Standing.fiscalYear(from), change, cause);
    }

    private Result<Versioned<Publication>> current(Identity who, String id, long version) {
        Optional<Versioned<Publication>> found = publications
                .find(id)
                .filter(there -> who.belongsTo(there.state().office()));
        if (found.isEmpty()) {
            return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
        }
        return found.get().version() == version ? Result.ok(found.get()) : Result.refused(Reason.STALE, "STALE");
    }

    public Result<Versioned<Publication>> sendBack(
            Identity who, String id, long version, List<RejectionReason> reasons) {
        Cause cause = Cause.call(who, clock.instant());
        return publications.decide(
                id,
                version,
                found -> who.belongsTo(found.office()),
                found -> found.sendBack(who.person(), order(who, found, cause), reasons),
                cause);
    }

    private Optional<AppointmentOrderDefined> order(Identity who, Publication found, Cause cause) {
        if (!who.has(Role.WEBMASTER)) {
            return Optional.empty();
        }
        return reference.validOrder(
                who.person().id(),
                Duty.PUBLISH,
                found.office(),
                found.assignment().form().workGroup(),
                OfficeZone.dateOf(cause.at()));
    }
}
