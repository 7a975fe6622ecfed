package org.prakat.request.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a request stands, as its owner sees it. What other services decide may become known in any order, so a status may
 * be passed over; it is never gone back to.
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
    /** Sent back by the webmaster, with reasons; may be revised. */
    RETURNED,
    /** Will go on the site at a set time. */
    SCHEDULED,
    /** On the site. */
    PUBLISHED,
    /** Taken off the site. */
    REMOVED,
    /** Taken back by the owner. */
    WITHDRAWN;

    private static final Map<RequestStatus, Set<RequestStatus>> NEXT = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(SUBMITTED),
            SUBMITTED, EnumSet.of(APPROVED, REJECTED, RETURNED, SCHEDULED, PUBLISHED, REMOVED, WITHDRAWN),
            APPROVED, EnumSet.of(RETURNED, SCHEDULED, PUBLISHED, REMOVED, WITHDRAWN),
            REJECTED, EnumSet.of(DRAFT),
            RETURNED, EnumSet.of(DRAFT),
            SCHEDULED, EnumSet.of(RETURNED, PUBLISHED, REMOVED, WITHDRAWN),
            PUBLISHED, EnumSet.of(REMOVED),
            REMOVED, EnumSet.noneOf(RequestStatus.class),
            // Publishing decides whether a withdrawal came in time: if not, the item is on the site.
            WITHDRAWN, EnumSet.of(PUBLISHED, REMOVED)));

    public boolean mayBecome(RequestStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
