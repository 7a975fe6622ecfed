package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.Announcement;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Text;
import org.prakat.common.web.FileView;

/** The office's form for one submission, as request-service fills it in. */
public record OfficialFormView(
        String requestId,
        @Nullable Text office,
        @Nullable Announcement announcement,
        @Nullable Text workGroup,
        @Nullable Text category,
        Submission submission,
        List<MadeCheck> checks,
        @Nullable Decision decision,
        RequestView.@Nullable Standing publication,
        Signatures signatures) {

    /** The part that the owner filled in. */
    public record Submission(int number, RequestView.Form form, List<FileView> attachments, Instant submittedAt) {}

    /** A check of the procedure: {@code 2.1}, {@code 2.2} or {@code 3.1}. */
    public record MadeCheck(String step, String outcome, @Nullable String remark) {}

    /** What the approver decided. */
    public record Decision(
            String outcome,
            List<RejectionReason> reasons,
            @Nullable String remark,
            @Nullable PublicationPeriod publicationPeriod,
            @Nullable Person webmaster) {}

    /** Who signs; absent who has not yet. */
    public record Signatures(Signature owner, @Nullable Signature approver, @Nullable Signature webmaster) {}

    /** A signature: who, under which order, when, and in whose place. */
    public record Signature(
            String name,
            String position,
            @Nullable String orderNumber,
            Instant at,
            @Nullable ActingFor actingFor,
            @Nullable Verbal verbal) {}

    /** An approval by word of mouth, and its confirmation in writing. */
    public record Verbal(
            Instant saidAt, Person recordedBy, String note, Instant confirmBy, @Nullable Signature confirmation) {}
}
