package org.prakat.common.event;

import java.util.List;
import java.util.Objects;

/**
 * The owner submitted a request to the approver of its work group (step 1).
 *
 * @param digest {@link ContentDigest} of the form and the files; what is approved and published must have the same
 * @param guidelineVersion by which the form was judged
 * @param warnings what the approver must see and answer
 * @param approval until when the approver is to decide
 */
public record RequestSubmitted(
        String requestId,
        int revision,
        Person requester,
        RequestForm form,
        List<Attachment> attachments,
        String digest,
        int guidelineVersion,
        List<Warning> warnings,
        Due approval)
        implements RequestEvent {

    public RequestSubmitted {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(requester, "requester");
        Objects.requireNonNull(form, "form");
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(digest, "digest");
        warnings = List.copyOf(warnings);
        Objects.requireNonNull(approval, "approval");
    }
}
