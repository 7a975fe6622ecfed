package org.prakat.publishing.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a publication stands. */
public enum PublicationStatus {
    /** Approved, and with the webmaster. */
    ASSIGNED,
    /** Checked; goes on the site at a set time. */
    SCHEDULED,
    /** On the site, from its first to its last moment. */
    PUBLISHED,
    /** Sent back to the owner; a later revision may come. */
    RETURNED,
    /** Taken back by the owner before it was published. */
    WITHDRAWN,
    /** Taken off the site. */
    REMOVED;

    private static final Map<PublicationStatus, Set<PublicationStatus>> NEXT = new EnumMap<>(Map.of(
            ASSIGNED, EnumSet.of(SCHEDULED, PUBLISHED, RETURNED, WITHDRAWN),
            SCHEDULED, EnumSet.of(PUBLISHED, RETURNED, WITHDRAWN),
            PUBLISHED, EnumSet.of(REMOVED),
            RETURNED, EnumSet.of(ASSIGNED),
            WITHDRAWN, EnumSet.noneOf(PublicationStatus.class),
            REMOVED, EnumSet.noneOf(PublicationStatus.class)));

    public boolean mayBecome(PublicationStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
