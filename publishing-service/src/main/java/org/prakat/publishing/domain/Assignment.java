package org.prakat.publishing.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.ContentDigest;
import org.prakat.common.event.Due;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.VerbalApproval;

/**
 * What the approver handed to the webmaster.
 *
 * @param requester the owner of the information
 * @param approvalOrder the order that appointed the approver
 * @param guidelineVersion by which the request was judged
 * @param verbal how the approval was said, when it was by word of mouth
 * @param publishing until when the webmaster is to publish
 * @param digest of the form and the files that were approved: nothing else may be published
 */
public record Assignment(
        int revision,
        Person requester,
        Person approver,
        OrderReference approvalOrder,
        Person webmaster,
        String category,
        PublicationPeriod publicationPeriod,
        RequestForm form,
        List<Attachment> attachments,
        String digest,
        int guidelineVersion,
        @Nullable VerbalApproval verbal,
        Due publishing) {

    public Assignment {
        attachments = List.copyOf(attachments);
    }

    public static Assignment of(Approved approved) {
        return new Assignment(
                approved.revision(),
                approved.requester(),
                approved.approver(),
                approved.order(),
                approved.webmaster(),
                approved.category(),
                approved.publicationPeriod(),
                approved.form(),
                approved.attachments(),
                approved.digest(),
                approved.guidelineVersion(),
                approved.verbal(),
                approved.publishing());
    }

    /** Whether form and files are still those that were approved. */
    boolean isAsApproved() {
        return ContentDigest.of(form, attachments).equals(digest);
    }

    /** Whether its approval was by word of mouth, and is overdue for confirmation in writing. */
    boolean isConfirmationOverdue(Instant now) {
        return verbal != null && !now.isBefore(verbal.confirmation().at());
    }
}
