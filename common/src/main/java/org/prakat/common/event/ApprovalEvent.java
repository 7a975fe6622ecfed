package org.prakat.common.event;

/** What the approver decided (step 2). */
public sealed interface ApprovalEvent extends Event
        permits Approved,
                Rejected,
                ChangesRequested,
                VerbalApprovalConfirmed,
                VerbalApprovalRefused,
                ApprovalHandedOver {

    String requestId();

    /** Which submission of the request it is about; the first is 1. */
    int revision();

    @Override
    default String subject() {
        return requestId();
    }
}
