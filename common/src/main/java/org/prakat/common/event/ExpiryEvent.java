package org.prakat.common.event;

/** A moment that had been waited for has come. */
public sealed interface ExpiryEvent extends Event
        permits PublicationDue, Expired, ExpiryNear, StepDueSoon, StepOverdue, RetentionEnded {

    String requestId();

    /** Which submission of the request it is about; the first is 1. */
    int revision();

    @Override
    default String subject() {
        return requestId();
    }
}
