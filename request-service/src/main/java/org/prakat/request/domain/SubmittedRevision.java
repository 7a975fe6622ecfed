package org.prakat.request.domain;

import java.time.Instant;
import java.util.List;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.Warning;

/**
 * A request as it was submitted: what the approver saw, kept for good.
 *
 * @param number from 1
 * @param guidelineVersion by which it was judged
 * @param submittedAt UTC
 */
public record SubmittedRevision(
        int number,
        RequestForm form,
        List<Attachment> attachments,
        String digest,
        int guidelineVersion,
        List<Warning> warnings,
        Instant submittedAt) {

    public SubmittedRevision {
        attachments = List.copyOf(attachments);
        warnings = List.copyOf(warnings);
    }
}
