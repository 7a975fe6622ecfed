package org.prakat.common.event;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The approver allowed the publication and assigned the webmaster (step 2, allowed).
 *
 * @param requester the owner of the information
 * @param order the order that appointed the approver
 * @param checks 2.1 and 2.2
 * @param category the category in which it is to be published
 * @param publicationPeriod how long it is to stand there
 * @param webmaster who is to publish it
 * @param form the form that was approved, as the owner filled it in
 * @param digest of the form and the files that were approved
 * @param guidelineVersion by which it was judged
 * @param answers to the warnings
 * @param actingFor in whose place a deputy decided; absent: the head did
 * @param verbal how it was said, when it was by word of mouth; the checks are then missing until it is confirmed
 * @param publishing until when the webmaster is to publish
 */
public record Approved(
        String requestId,
        int revision,
        Person requester,
        Person approver,
        OrderReference order,
        List<Check> checks,
        String category,
        PublicationPeriod publicationPeriod,
        Person webmaster,
        @Nullable String remark,
        RequestForm form,
        List<Attachment> attachments,
        String digest,
        int guidelineVersion,
        List<WarningAnswer> answers,
        @Nullable ActingFor actingFor,
        @Nullable VerbalApproval verbal,
        Due publishing)
        implements ApprovalEvent {

    public Approved {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(approver, "approver");
        Objects.requireNonNull(order, "order");
        checks = List.copyOf(checks);
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(publicationPeriod, "publicationPeriod");
        Objects.requireNonNull(webmaster, "webmaster");
        Objects.requireNonNull(form, "form");
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(digest, "digest");
        answers = List.copyOf(answers);
        Objects.requireNonNull(publishing, "publishing");
    }
}
