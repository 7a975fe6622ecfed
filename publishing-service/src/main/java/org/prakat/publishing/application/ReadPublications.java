package org.prakat.publishing.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.PublicationStatus;
import org.prakat.publishing.domain.RemovalRecord;
import org.prakat.publishing.domain.Standing;

/** What the webmasters of an office have to do, have done, and what those who watch over it may see. */
public final class ReadPublications {

    private static final int MOST_COPIES = 200;

    private final Publications publications;
    private final InstantSource clock;

    public ReadPublications(Publications publications, InstantSource clock) {
        this.publications = publications;
        this.clock = clock;
    }

    public Result<Page<Versioned<Publication>>> list(
            Identity who, PublicationStatus status, @Nullable String cursor, int limit) {
        return reader(who).map(allowed -> publications.list(who.office(), status, cursor, limit));
    }

    public Result<Page<Versioned<Publication>>> expiring(Identity who, @Nullable String cursor, int limit) {
        return reader(who).map(allowed -> publications.expiring(who.office(), cursor, limit));
    }

    public Result<Page<Versioned<Publication>>> currencyOverdue(Identity who, @Nullable String cursor, int limit) {
        return reader(who).map(allowed -> publications.currencyOverdue(who.office(), clock.instant(), cursor, limit));
    }

    public Result<Page<Versioned<Publication>>> withAmendments(Identity who, @Nullable String cursor, int limit) {
        return reader(who).map(allowed -> publications.withAmendments(who.office(), cursor, limit));
    }

    /** Where else the same files stand, or stood: what shows data of persons must go everywhere. */
    public Result<List<Publication>> copies(Identity who, String id) {
        return reader(who).flatMap(allowed -> read(who, id)).map(found -> {
            Set<String> contents =
                    found.state().everyFile().stream().map(Attachment::sha256).collect(Collectors.toSet());
            return contents.isEmpty() ? List.of() : publications.withAnyOf(contents, who.office(), id, MOST_COPIES);
        });
    }

    public Result<RemovalRecord> removalRecord(Identity who, String id) {
        return read(who, id)
                .flatMap(there -> found(Optional.ofNullable(there.state().removal())));
    }

    /**
     * How it will look on the site, with the number that it would get now, before it is put there.
     *
     * @return the publication as if it stood on the site
     */
    public Result<Publication> preview(Identity who, String id) {
        return read(who, id).map(found -> {
            Publication item = found.state();
            Instant from = item.wouldAppearAt(clock.instant());
            int next = publications.nextOrder(item.assignment().category(), Standing.fiscalYear(from));
            return item.asIfPublished(next, from);
        });
    }

    /** Its owner may read it too, who confirms that it is current, and who approved it. */
    public Result<Versioned<Publication>> read(Identity who, String id) {
        Optional<Versioned<Publication>> own = publications
                .find(id)
                .filter(there -> who.belongsTo(there.state().office()));
        return own.filter(there -> who.is(there.state().assignment().requester())
                        || who.is(there.state().assignment().approver()))
                .map(Result::ok)
                .orElseGet(() -> reader(who).flatMap(allowed -> found(own)));
    }

    public Result<Attachment> attachment(Identity who, String id, String attachmentId) {
        return read(who, id).flatMap(there -> found(there.state().attachment(attachmentId)));
    }

    private static Result<Identity> reader(Identity who) {
        boolean reads = who.has(Role.WEBMASTER) || who.has(Role.ADMINISTRATOR) || who.has(Role.AUDITOR);
        return reads ? Result.ok(who) : Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
    }

    private static <T> Result<T> found(Optional<T> there) {
        return there.map(Result::ok).orElseGet(() -> Result.refused(Reason.NOT_FOUND, "NOT_FOUND"));
    }
}
