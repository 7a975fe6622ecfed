package org.prakat.publishing.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Expired;
import org.prakat.common.event.RetentionEnded;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.RemovalRecord.FileLeft;
import org.prakat.publishing.domain.Removing;
import org.prakat.publishing.domain.Removing.Outcome;
import org.prakat.publishing.domain.Removing.Responsible;

/**
 * Does the lasting work when an item has left the site (3.4). That nobody can read it any more does not wait for this: it is
 * decided whenever it is read.
 */
public final class RemoveItem {

    private final Publications publications;
    private final PublicSite site;
    private final Duties duties;
    private final SiteFiles files;
    private final InstantSource clock;

    public RemoveItem(Publications publications, PublicSite site, Duties duties, SiteFiles files, InstantSource clock) {
        this.publications = publications;
        this.site = site;
        this.duties = duties;
        this.files = files;
        this.clock = clock;
    }

    /**
     * First the files, then the state: a crash in between repeats both. The clock of expiry-service may be a little ahead of
     * ours: what it says is over, is over.
     */
    public Handled on(Expired event, EventContext context) {
        Optional<Versioned<Publication>> found = publications.find(event.requestId());
        if (found.isEmpty()) {
            return Handled.TOO_EARLY;
        }
        Instant now = PublishItem.later(clock.instant(), event.dueAt());
        Publication item = found.get().state();
        if (!removing(item, now).isDue(now)) {
            return Handled.DONE;
        }
        Outcome outcome = takeOffSite(item, now);
        Optional<Responsible> responsible = duties.responsibleForRemoval(item, now);
        Cause cause = context.causeAt(clock.instant());
        return publications.handle(
                item.id(), cause, there -> removing(there, now).remove(responsible, outcome, now));
    }

    /** And looks, as any visitor would, whether it is gone: the rule of the page, and the store that files are served from. */
    private Outcome takeOffSite(Publication item, Instant now) {
        List<Attachment> all = item.everyFile();
        List<FileLeft> left = files.takeOffSite(all, now);
        boolean pageGone = !(site.item(item.id(), now) instanceof PublicSite.Found.OnSite);
        boolean filesGone = all.stream().noneMatch(files::isOnSite);
        if (!pageGone || !filesGone) {
            throw new IllegalStateException("still on the site after its removal: " + item.id());
        }
        return new Outcome(left, true, true);
    }

    /** The archive need not keep it any longer. */
    public Handled on(RetentionEnded event, EventContext context) {
        Instant now = PublishItem.later(clock.instant(), event.dueAt());
        Optional<Versioned<Publication>> found = publications.find(event.requestId());
        if (found.isEmpty()) {
            return Handled.TOO_EARLY;
        }
        if (removing(found.get().state(), now).archiveDeleted(now).isOk()) {
            files.deleteFromArchive(found.get().state().everyFile());
        }
        return publications.handle(event.requestId(), context.causeAt(clock.instant()), there -> removing(there, now)
                .archiveDeleted(now));
    }

    private Removing removing(Publication item, Instant now) {
        return new Removing(item, duties.rules(item, now));
    }
}
