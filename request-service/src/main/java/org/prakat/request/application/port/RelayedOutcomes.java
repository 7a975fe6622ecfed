package org.prakat.request.application.port;

/** How far the outcomes of each office have been sent on. */
public interface RelayedOutcomes {

    /** The number of the last that has arrived; 0 before the first. */
    long last(String office);

    /** Never goes back, even when somebody slower says a lower number. */
    void reached(String office, long number);
}
