package org.prakat.publishing.application;

import java.util.Optional;
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

/** What the webmasters of an office have to do, have done, and what those who watch over it may see. */
public final class ReadPublications {

    private final Publications publications;

    public ReadPublications(Publications publications) {
        this.publications = publications;
    }

    public Result<Page<Versioned<Publication>>> list(
            Identity who, PublicationStatus status, @Nullable String cursor, int limit) {
        return reader(who).map(allowed -> publications.list(who.office(), status, cursor, limit));
    }

    public Result<Versioned<Publication>> read(Identity who, String id) {
        return reader(who)
                .flatMap(allowed -> found(publications
                        .find(id)
                        .filter(there -> who.belongsTo(there.state().office()))));
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
