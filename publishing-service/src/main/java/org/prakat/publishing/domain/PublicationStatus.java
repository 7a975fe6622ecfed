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
    /** Off the site until its verbal approval is confirmed in writing. */
    SUSPENDED,
    /** Taken off the site before its end; its files are still to leave. */
    TAKEN_DOWN,
    /** Sent back to the owner; a later revision may come. */
    RETURNED,
    /** Sent back to the approver, who decides anew. */
    WITH_APPROVER,
    /** Its verbal approval was not confirmed; a later revision may come. */
    REFUSED,
    /** Taken back by the owner before it was published. */
    WITHDRAWN,
    /** Taken off the site, and its files in the archive. */
    REMOVED;

    private static final Map<PublicationStatus, Set<PublicationStatus>> NEXT = new EnumMap<>(Map.of(
            ASSIGNED, EnumSet.of(SCHEDULED, PUBLISHED, RETURNED, WITH_APPROVER, REFUSED, WITHDRAWN),
            SCHEDULED, EnumSet.of(ASSIGNED, PUBLISHED, RETURNED, WITH_APPROVER, REFUSED, WITHDRAWN),
            PUBLISHED, EnumSet.of(SUSPENDED, TAKEN_DOWN, REMOVED),
            SUSPENDED, EnumSet.of(PUBLISHED, TAKEN_DOWN, REMOVED),
            TAKEN_DOWN, EnumSet.of(REMOVED),
            RETURNED, EnumSet.of(ASSIGNED),
            WITH_APPROVER, EnumSet.of(ASSIGNED, REFUSED, WITHDRAWN),
            REFUSED, EnumSet.of(ASSIGNED),
            WITHDRAWN, EnumSet.noneOf(PublicationStatus.class),
            REMOVED, EnumSet.noneOf(PublicationStatus.class)));

    public boolean mayBecome(PublicationStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
