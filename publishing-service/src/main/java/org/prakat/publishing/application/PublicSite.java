package org.prakat.publishing.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.application.port.Publications.Selection;
import org.prakat.publishing.domain.Publication;

/** What anybody may read. Whether something is public is decided at the moment at which it is read. */
public final class PublicSite {

    /** An item that somebody asked for: on the site, or no longer there, or never. */
    public sealed interface Found {
        /** It stands on the site. */
        record OnSite(Publication publication) implements Found {}

        /** It stood there, and its address says so. */
        record Gone(Publication publication) implements Found {}

        /** There never was such an item. */
        record Unknown() implements Found {}
    }

    private final Publications publications;
    private final InstantSource clock;

    public PublicSite(Publications publications, InstantSource clock) {
        this.publications = publications;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public Found item(String id) {
        return item(id, clock.instant());
    }

    Found item(String id, Instant now) {
        Optional<Publication> publication = publications.find(id).map(Versioned::state);
        if (publication.filter(there -> there.isPublicAt(now)).isPresent()) {
            return new Found.OnSite(publication.get());
        }
        return publication
                .filter(there -> there.isGoneAt(now))
                .<Found>map(Found.Gone::new)
                .orElseGet(Found.Unknown::new);
    }

    public Optional<Attachment> file(Publication publication, int order) {
        return publication.attachmentNumber(order);
    }

    public Page<Publication> list(Selection selection, @Nullable String cursor, int limit) {
        return publications.onSite(selection, clock.instant(), cursor, limit);
    }

    public long count(Selection selection) {
        return publications.countOnSite(selection, clock.instant());
    }

    public List<Integer> fiscalYears(String category) {
        return publications.fiscalYears(category, clock.instant());
    }
}
