package org.prakat.publishing.application;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Concern;
import org.prakat.common.event.RejectionReason;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.Amending;
import org.prakat.publishing.domain.Amending.Execution;
import org.prakat.publishing.domain.Amendment;
import org.prakat.publishing.domain.Assignment;
import org.prakat.publishing.domain.Publication;

/** The webmaster carries out an approved request about something on the site, or sends it back. */
public final class AmendItem {

    private final Publications publications;
    private final Duties duties;
    private final SiteFiles files;
    private final InstantSource clock;

    public AmendItem(Publications publications, Duties duties, SiteFiles files, InstantSource clock) {
        this.publications = publications;
        this.duties = duties;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Carries it out. Of a replacement first the new files go on the site, then the state changes, then the old files leave;
     * those that a crash leaves behind nobody can reach, and they leave with the item.
     */
    public Result<Versioned<Publication>> execute(
            Identity who, String id, long version, String requestId, Execution execution) {
        Cause cause = Cause.call(who, clock.instant());
        return publications.current(id, version, who).flatMap(found -> {
            Publication item = found.state();
            Result<Change<Publication>> allowed = amending(item, requestId, cause)
                    .execute(who.person(), duties.toPublish(who, item, cause.at()), requestId, execution, cause.at());
            return allowed.flatMap(change -> filesAreReady(item, requestId)
                    ? stored(found, change, cause)
                    : Result.refused(Reason.RULE, "DIGEST_MISMATCH"));
        });
    }

    private boolean filesAreReady(Publication item, String requestId) {
        Amendment amendment = item.upkeep().amendment(requestId).orElseThrow();
        return amendment.kind() != Concern.Kind.REPLACE
                || files.putOnSite(amendment.assignment().attachments());
    }

    private Result<Versioned<Publication>> stored(
            Versioned<Publication> found, Change<Publication> change, Cause cause) {
        Optional<Versioned<Publication>> stored =
                publications.update(found.state().id(), found, change, cause);
        stored.ifPresent(after -> {
            List<Attachment> left = new ArrayList<>(found.state().assignment().attachments());
            left.removeAll(after.state().assignment().attachments());
            files.takeOffSite(left, cause.at());
        });
        return stored.map(Result::ok).orElseGet(() -> Result.refused(Reason.STALE, "STALE"));
    }

    public Result<Versioned<Publication>> sendBack(
            Identity who, String id, long version, String requestId, List<RejectionReason> reasons) {
        Cause cause = Cause.call(who, clock.instant());
        return publications.decide(
                id,
                version,
                found -> who.belongsTo(found.office()),
                found -> amending(found, requestId, cause)
                        .sendBack(
                                who.person(),
                                duties.toPublish(who, found, cause.at()),
                                requestId,
                                duties.reasons(found, reasons)),
                cause);
    }

    private Amending amending(Publication item, String requestId, Cause cause) {
        Assignment judged =
                item.upkeep().amendment(requestId).map(Amendment::assignment).orElse(item.assignment());
        return new Amending(item, duties.rules(judged, cause.at()));
    }
}
