package org.prakat.publishing.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.PublicationDue;
import org.prakat.common.event.RejectionReason;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.PublicationStatus;
import org.prakat.publishing.domain.Publishing;
import org.prakat.publishing.domain.Publishing.Instruction;
import org.prakat.publishing.domain.Standing;

/** The webmaster checks an item and puts it on the site, now or at a set time, or sends it back (3.1, 3.2). */
public final class PublishItem {

    private static final Set<PublicationStatus> OVER =
            EnumSet.of(PublicationStatus.REFUSED, PublicationStatus.WITHDRAWN);

    private final Publications publications;
    private final Duties duties;
    private final SiteFiles files;
    private final InstantSource clock;

    public PublishItem(Publications publications, Duties duties, SiteFiles files, InstantSource clock) {
        this.publications = publications;
        this.duties = duties;
        this.files = files;
        this.clock = clock;
    }

    public Result<Versioned<Publication>> publish(Identity who, String id, long version, Instruction instruction) {
        if (instruction.publishAt() != null) {
            return decide(
                    who,
                    id,
                    version,
                    (publishing, order) -> publishing.schedule(who.person(), order, instruction, clock.instant()));
        }
        Cause cause = Cause.call(who, clock.instant());
        return publications.current(id, version, who).flatMap(found -> publish(who, found, instruction, cause));
    }

    private Result<Versioned<Publication>> publish(
            Identity who, Versioned<Publication> found, Instruction instruction, Cause cause) {
        Publishing publishing = publishing(found.state(), cause.at());
        Optional<AppointmentOrderDefined> order = duties.toPublish(who, found.state(), cause.at());
        return nowOnSite(
                found,
                cause.at(),
                number -> publishing.publish(who.person(), order, instruction, number, cause.at()),
                cause);
    }

    public Result<Versioned<Publication>> cancelSchedule(Identity who, String id, long version) {
        return decide(
                who,
                id,
                version,
                (publishing, order) -> publishing.cancelSchedule(
                        who.person(), order, duties.publishingDue(publishing.item(), clock.instant())));
    }

    public Result<Versioned<Publication>> sendBack(
            Identity who, String id, long version, List<RejectionReason> reasons) {
        return decide(
                who,
                id,
                version,
                (publishing, order) ->
                        publishing.sendBack(who.person(), order, duties.reasons(publishing.item(), reasons)));
    }

    public Result<Versioned<Publication>> sendBackToApprover(
            Identity who, String id, long version, List<RejectionReason> reasons) {
        return decide(
                who,
                id,
                version,
                (publishing, order) -> publishing.sendBackToApprover(
                        who.person(),
                        order,
                        duties.reasons(publishing.item(), reasons),
                        duties.approvalDue(publishing.item(), clock.instant())));
    }

    private Result<Versioned<Publication>> decide(
            Identity who,
            String id,
            long version,
            BiFunction<Publishing, Optional<AppointmentOrderDefined>, Result<Change<Publication>>> decision) {
        Cause cause = Cause.call(who, clock.instant());
        return publications.decide(
                id,
                version,
                found -> who.belongsTo(found.office()),
                found -> decision.apply(publishing(found, cause.at()), duties.toPublish(who, found, cause.at())),
                cause);
    }

    /** The time of a scheduled item has come, by the clock of expiry-service, which may be a little ahead of ours. */
    public Handled on(PublicationDue event, EventContext context) {
        Instant now = clock.instant();
        return appear(event.requestId(), event.revision(), context.causeAt(now), later(now, event.dueAt()));
    }

    /** Puts a scheduled item on the site, if its time has come; it may have had to wait for its approver. */
    Handled appear(String id, int revision, Cause cause, Instant now) {
        Optional<Versioned<Publication>> found = publications.find(id);
        if (found.isEmpty()) {
            return Handled.TOO_EARLY;
        }
        Publication item = found.get().state();
        boolean waiting = item.status() == PublicationStatus.SCHEDULED
                && item.assignment().revision() == revision;
        if (waiting) {
            Instant from = Optional.ofNullable(item.publishAt()).orElseThrow();
            Publishing publishing = publishing(item, now);
            Result<Versioned<Publication>> appeared =
                    nowOnSite(found.get(), from, number -> publishing.appear(number, now), cause);
            if (isStale(appeared)) {
                return appear(id, revision, cause, now);
            }
        }
        return Handled.DONE;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
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
        Result<Versioned<Publication>> published =
                publications.publish(found, category, Standing.fiscalYear(from), change, cause);
        if (!published.isOk()) {
            takeBackIfOver(found.state());
        }
        return published;
    }

    /** Its owner or its approver was faster: nothing of it stays where the site's files are. */
    private void takeBackIfOver(Publication item) {
        publications
                .find(item.id())
                .map(Versioned::state)
                .filter(now -> OVER.contains(now.status()))
                .ifPresent(now -> files.takeBack(item.assignment().attachments()));
    }

    private Publishing publishing(Publication item, Instant at) {
        return new Publishing(item, duties.rules(item, at));
    }
}
