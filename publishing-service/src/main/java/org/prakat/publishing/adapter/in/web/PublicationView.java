package org.prakat.publishing.adapter.in.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Due;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.web.FileView;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.PublicationStatus;
import org.prakat.publishing.domain.RemovalRecord;
import org.prakat.publishing.domain.Standing;
import org.prakat.publishing.domain.TakeDown;
import org.prakat.publishing.domain.Upkeep;
import org.prakat.publishing.domain.WebmasterCheck;

/** A publication as the webmaster's API shows it. */
record PublicationView(
        String id,
        long version,
        PublicationStatus status,
        int revision,
        Person requester,
        Person approver,
        OrderReference approvalOrder,
        Person webmaster,
        String category,
        PublicationPeriod publicationPeriod,
        RequestForm form,
        List<FileView> attachments,
        String digest,
        Instant assignedAt,
        @Nullable WebmasterCheck check,
        @Nullable Instant publishAt,
        @Nullable Standing standing,
        Due due,
        @Nullable VerbalApproval verbalApproval,
        boolean confirmed,
        Upkeep upkeep,
        List<String> warnings,
        @Nullable TakeDown takeDown,
        @Nullable RemovalRecord removal,
        String address) {

    /** Shown where an item would leave the site while an assessment still needs it as evidence. */
    private static final String ENDS_IN_ASSESSED_YEAR = "ENDS_IN_ASSESSED_YEAR";

    static PublicationView of(Versioned<Publication> versioned) {
        Publication publication = versioned.state();
        return new PublicationView(
                publication.id(),
                versioned.version(),
                publication.status(),
                publication.assignment().revision(),
                publication.assignment().requester(),
                publication.assignment().approver(),
                publication.assignment().approvalOrder(),
                publication.assignment().webmaster(),
                publication.assignment().category(),
                publication.assignment().publicationPeriod(),
                publication.assignment().form(),
                publication.assignment().attachments().stream()
                        .map(FileView::of)
                        .toList(),
                publication.assignment().digest(),
                publication.assignedAt(),
                publication.check(),
                publication.publishAt(),
                publication.standing(),
                publication.assignment().publishing(),
                publication.assignment().verbal(),
                publication.confirmed(),
                publication.upkeep(),
                publication.endsInAssessedYear() ? List.of(ENDS_IN_ASSESSED_YEAR) : List.of(),
                publication.takeDown(),
                publication.removal(),
                publication.address());
    }
}
