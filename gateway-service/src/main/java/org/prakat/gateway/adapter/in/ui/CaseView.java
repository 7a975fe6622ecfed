package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.ActingFor;
import org.prakat.common.event.Check;
import org.prakat.common.event.Due;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.event.Warning;
import org.prakat.common.event.WarningAnswer;
import org.prakat.common.web.FileView;
import org.prakat.gateway.adapter.in.ui.RequestView.Form;

/** One submission of a request before its approver, as approval-service shows it. */
public record CaseView(
        String id,
        long version,
        String status,
        String requestId,
        int revision,
        Person requester,
        Form form,
        List<FileView> attachments,
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

    /** By what somebody decided. */
    public record Authority(OrderReference order, @Nullable ActingFor actingFor) {}

    /** What an approver decided. */
    public record Decision(
            Person approver,
            Authority authority,
            Instant at,
            List<Check> checks,
            @Nullable String category,
            @Nullable PublicationPeriod publicationPeriod,
            @Nullable Person webmaster,
            @Nullable String remark,
            List<RejectionReason> reasons,
            List<WarningAnswer> answers,
            @Nullable VerbalApproval verbal) {}

    /** Whether it waits for its approver's decision. */
    public boolean isPending() {
        return "PENDING".equals(status);
    }

    /** Whether it was allowed by word of mouth, and waits to be confirmed. */
    public boolean isToConfirm() {
        return "APPROVED_VERBALLY".equals(status);
    }

    public boolean isOpen() {
        return isPending() || isToConfirm();
    }

    /** Until when it is to be decided, or to be confirmed. */
    public Due dueNow() {
        return Optional.ofNullable(decision)
                .filter(made -> isToConfirm())
                .map(Decision::verbal)
                .map(VerbalApproval::confirmation)
                .orElse(due);
    }

    public boolean isLateAt(Instant now) {
        return isOpen() && (overdue || !now.isBefore(dueNow().at()));
    }
}
