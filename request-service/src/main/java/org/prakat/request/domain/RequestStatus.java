package org.prakat.request.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a request stands, as its owner sees it. What other services decide may become known in any order, so a status may
 * be passed over.
 */
public enum RequestStatus {
    /** Being filled in; nobody but the owner sees it. */
    DRAFT,
    /** With the approver. */
    SUBMITTED,
    /** Allowed; with the webmaster. */
    APPROVED,
    /** Not allowed, with reasons; may be revised. */
    REJECTED,
    /** The approver wants changes first; to be revised. */
    CHANGES_REQUESTED,
    /** Sent back by the webmaster, with reasons; may be revised. */
    RETURNED,
    /** Will go on the site at a set time. */
    SCHEDULED,
    /** On the site. */
    PUBLISHED,
    /** Of a request about something on the site: carried out. */
    COMPLETED,
    /** Taken off the site. */
    REMOVED,
    /** Taken back by the owner. */
    WITHDRAWN,
    /** A draft that was thrown away before anybody else saw it: nothing is left of what it said. */
    DISCARDED;

    private static final Map<RequestStatus, Set<RequestStatus>> NEXT = new EnumMap<>(RequestStatus.class);
    /** Where somebody takes a step back. Only who does so says it; late news of an earlier step does not. */
    private static final Map<RequestStatus, Set<RequestStatus>> BACK =
            new EnumMap<>(Map.of(APPROVED, EnumSet.of(SUBMITTED), SCHEDULED, EnumSet.of(SUBMITTED, APPROVED)));

    static {
        NEXT.put(DRAFT, EnumSet.of(SUBMITTED, DISCARDED));
        NEXT.put(
                SUBMITTED,
                EnumSet.of(
                        APPROVED,
                        REJECTED,
                        CHANGES_REQUESTED,
                        RETURNED,
                        SCHEDULED,
                        PUBLISHED,
                        COMPLETED,
                        REMOVED,
                        WITHDRAWN));
        NEXT.put(APPROVED, EnumSet.of(REJECTED, RETURNED, SCHEDULED, PUBLISHED, COMPLETED, REMOVED, WITHDRAWN));
        // What was published by word of mouth before it was refused leaves the site by its removal.
        NEXT.put(REJECTED, EnumSet.of(DRAFT, PUBLISHED, REMOVED));
        NEXT.put(CHANGES_REQUESTED, EnumSet.of(DRAFT, WITHDRAWN));
        NEXT.put(RETURNED, EnumSet.of(DRAFT));
        NEXT.put(SCHEDULED, EnumSet.of(REJECTED, RETURNED, PUBLISHED, REMOVED, WITHDRAWN));
        NEXT.put(PUBLISHED, EnumSet.of(REMOVED));
        NEXT.put(COMPLETED, EnumSet.noneOf(RequestStatus.class));
        NEXT.put(REMOVED, EnumSet.noneOf(RequestStatus.class));
        // Publishing decides whether a withdrawal came in time: if not, the item is on the site.
        NEXT.put(WITHDRAWN, EnumSet.of(PUBLISHED, COMPLETED, REMOVED));
        NEXT.put(DISCARDED, EnumSet.noneOf(RequestStatus.class));
    }

    public boolean mayBecome(RequestStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether a step back may lead there. */
    public boolean mayTurnBackTo(RequestStatus earlier) {
        return BACK.getOrDefault(this, Set.of()).contains(earlier);
    }
}
