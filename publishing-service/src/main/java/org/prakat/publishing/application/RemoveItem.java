package org.prakat.publishing.application;

import java.time.InstantSource;
import java.util.Optional;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Expired;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.Publication;

/**
 * Does the lasting work when a publication period has ended (3.4). That nobody can read the item any more does not wait for
 * this: it is decided whenever it is read.
 */
public final class RemoveItem {

    private final Publications publications;
    private final SiteFiles files;
    private final InstantSource clock;

    public RemoveItem(Publications publications, SiteFiles files, InstantSource clock) {
        this.publications = publications;
        this.files = files;
        this.clock = clock;
    }

    /** First the files, then the state: a crash in between repeats both. */
    public Handled on(Expired event, EventContext context) {
        Optional<Versioned<Publication>> found = publications.find(event.requestId());
        if (found.isEmpty()) {
            return Handled.TOO_EARLY;
        }
        Cause cause = context.causeAt(clock.instant());
        Publication publication = found.get().state();
        if (publication.remove(cause.at()).isOk()) {
            files.takeOffSite(publication.assignment().attachments());
        }
        return publications.handle(event.requestId(), cause, there -> there.remove(cause.at()));
    }
}
