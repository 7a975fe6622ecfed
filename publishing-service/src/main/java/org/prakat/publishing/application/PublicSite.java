package org.prakat.publishing.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
        /**
         * It stands on the site.
         *
         * @param version of the publication as it was read
         */
        record OnSite(Publication publication, long version) implements Found {}

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
        return publications.find(id).map(there -> found(there, now)).orElseGet(Found.Unknown::new);
    }

    private static Found found(Versioned<Publication> there, Instant now) {
        Publication publication = there.state();
        if (publication.isPublicAt(now)) {
            return new Found.OnSite(publication, there.version());
        }
        return publication.isGoneAt(now) ? new Found.Gone(publication) : new Found.Unknown();
    }

    /** Which version of a publication is stored, whoever stored it; 0: none. */
    public long version(String id) {
        return publications.version(id).orElse(0);
    }

    /** The same of many at once; those that there are, by their ids. */
    public Map<String, Long> versions(Collection<String> ids) {
        return publications.versions(ids);
    }

    public Optional<Attachment> file(Publication publication, int order) {
        return publication.attachmentNumber(order);
    }

    public Page<Publication> list(Selection selection, @Nullable String cursor, int limit) {
        return publications.onSite(selection, clock.instant(), cursor, limit).map(Versioned::state);
    }

    /** A category in its publishing order, the last number first. */
    public Page<Publication> inOrder(
            String category, @Nullable Integer fiscalYear, @Nullable String cursor, int limit) {
        return publications
                .inOrder(category, fiscalYear, clock.instant(), cursor, limit)
                .map(Versioned::state);
    }

    /** A part of all that is public, in an order that stays. */
    public void forEach(int skip, int limit, Consumer<Publication> each) {
        publications.forEachOnSite(clock.instant(), skip, limit, each);
    }

    public long count(Selection selection) {
        return publications.countOnSite(selection, clock.instant());
    }

    /** The categories that have something, and how much. */
    public Map<String, Long> countByCategory() {
        return publications.countByCategory(clock.instant());
    }

    /** @param category of this one only; null: of all */
    public List<Integer> fiscalYears(@Nullable String category) {
        return publications.fiscalYears(category, clock.instant());
    }

    public List<String> fileTypes() {
        return publications.fileTypes(clock.instant());
    }

    /** Until when a list stays as it is, as far as that is known; null: no end is known. */
    public @Nullable Instant staysUntil(Selection selection) {
        return publications.nextChange(selection, clock.instant()).orElse(null);
    }

    /** Changes whenever this process has changed something that stood on the site. */
    public long changes() {
        return publications.changesOnSite();
    }
}
