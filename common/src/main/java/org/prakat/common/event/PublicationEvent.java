package org.prakat.common.event;

/** What happened to an item on its way to the site, on it and off it (step 3). */
public sealed interface PublicationEvent extends Event
        permits PublicationScheduled,
                Published,
                Returned,
                Removed,
                ReturnedToApprover,
                ScheduleCancelled,
                Corrected,
                CurrencyConfirmed,
                Extended,
                Replaced,
                TakenDown,
                Suspended,
                Resumed,
                RemovalHeld,
                HoldReleased,
                ArchiveDeleted {

    String requestId();

    /** Which submission of the request it is about; the first is 1. */
    int revision();

    @Override
    default String subject() {
        return requestId();
    }
}
