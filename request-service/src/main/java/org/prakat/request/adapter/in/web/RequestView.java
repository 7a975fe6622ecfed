package org.prakat.request.adapter.in.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Due;
import org.prakat.common.event.Person;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Warning;
import org.prakat.common.web.FileView;
import org.prakat.request.domain.Draft;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.RequestStatus;
import org.prakat.request.domain.Sender;
import org.prakat.request.domain.Standing;
import org.prakat.request.domain.SubmittedRevision;

/**
 * A request as the API shows it.
 *
 * @param sender the other office that handed it in
 * @param warnings of its last submission
 * @param reasons why it was turned back, until it is submitted anew
 * @param confirmationDue until when its verbal approval is to be confirmed in writing; absent when nothing is
 */
record RequestView(
        String id,
        long version,
        RequestStatus status,
        int revision,
        String office,
        Person requester,
        @Nullable Sender sender,
        Draft form,
        List<FileView> attachments,
        List<Warning> warnings,
        List<RejectionReason> reasons,
        @Nullable Standing publication,
        @Nullable Due confirmationDue,
        Instant createdAt) {

    static RequestView of(Versioned<PublicationRequest> versioned) {
        PublicationRequest request = versioned.state();
        return new RequestView(
                request.id(),
                versioned.version(),
                request.status(),
                request.revision(),
                request.office(),
                request.requester(),
                request.sender(),
                request.draft(),
                request.attachments().stream().map(FileView::of).toList(),
                request.submittedRevision(request.revision())
                        .map(SubmittedRevision::warnings)
                        .orElse(List.of()),
                request.turnedBackFor(),
                request.standing(),
                request.confirmation(),
                request.createdAt());
    }
}
