package org.prakat.common.event;

/** What the owner did with a publication request (step 1). */
public sealed interface RequestEvent extends Event permits RequestSubmitted, RequestWithdrawn {

    String requestId();

    /** Which submission of the request it is about; the first is 1. */
    int revision();

    @Override
    default String subject() {
        return requestId();
    }
}
