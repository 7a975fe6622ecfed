package org.prakat.request.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Repository;
import org.prakat.common.domain.Versioned;
import org.prakat.request.domain.PublicationRequest;

/** The publication requests. */
public interface Requests extends Repository<PublicationRequest> {

    /** The id of another request of the office and category with this title that was submitted and not refused. */
    Optional<String> live(String office, String category, String titleKey, String except);

    /** A few other requests of the office that were submitted and not refused, with a file of one of these contents. */
    List<PublicationRequest> liveWithAnyOf(Set<String> sha256, String office, String except);

    /** Hands over those of an office whose first submission lies between two instants, the oldest first, as a stream. */
    void forEachSubmitted(String office, Instant from, Instant until, Consumer<PublicationRequest> each);

    /** The requests of an owner, the newest first; without what was discarded. */
    Page<Versioned<PublicationRequest>> ownedBy(String requester, @Nullable String cursor, int limit);

    /** Those of an owner that are on the site, in the order in which they leave it. */
    List<PublicationRequest> onSite(String requester, int limit);

    /** Those of an office that wait for its approvers or webmasters, the oldest first. */
    List<PublicationRequest> inProgress(String office, int limit);

    /** Those of an office that are to be checked by then that they are current, the most urgent first. */
    List<PublicationRequest> toBeChecked(String office, Instant until, int limit);
}
