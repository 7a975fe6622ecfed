package org.prakat.approval.adapter.in.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.CaseStatus;
import org.prakat.approval.domain.Decision;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Due;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.Person;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.Warning;
import org.prakat.common.web.FileView;

/**
 * An approval case as the API shows it.
 *
 * @param guideline by which the owner was judged: the checklist for 2.1
 */
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
        List<Warning> warnings,
        @Nullable Guideline guideline,
        Instant submittedAt,
        Due due,
        boolean overdue,
        int round,
        @Nullable Person handedTo,
        List<RejectionReason> returned,
        @Nullable Decision decision,
        List<Decision> earlierDecisions) {

    static CaseView of(Versioned<ApprovalCase> versioned, @Nullable Guideline guideline) {
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
                found.warnings(),
                guideline,
                found.submittedAt(),
                found.due(),
                found.overdue(),
                found.round(),
                found.handedTo(),
                found.returned(),
                found.decision(),
                found.earlier());
    }
}
