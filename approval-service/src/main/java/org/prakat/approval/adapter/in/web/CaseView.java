package org.prakat.approval.adapter.in.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.CaseStatus;
import org.prakat.approval.domain.Decision;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Person;
import org.prakat.common.event.RequestForm;
import org.prakat.common.web.FileView;

/** An approval case as the API shows it. */
record CaseView(
        String id,
        long version,
        CaseStatus status,
        String requestId,
        int revision,
        Person requester,
        RequestForm form,
        List<FileView> attachments,
        String digest,
        Instant submittedAt,
        @Nullable Decision decision) {

    static CaseView of(Versioned<ApprovalCase> versioned) {
        ApprovalCase found = versioned.state();
        return new CaseView(
                found.id(),
                versioned.version(),
                found.status(),
                found.requestId(),
                found.revision(),
                found.requester(),
                found.form(),
                found.attachments().stream().map(FileView::of).toList(),
                found.digest(),
                found.submittedAt(),
                found.decision());
    }
}
