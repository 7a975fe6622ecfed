package org.prakat.approval.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an approval case stands. */
public enum CaseStatus {
    /** Waits for the approver. */
    PENDING,
    /** Allowed by word of mouth; waits for the approver to confirm it in writing. */
    APPROVED_VERBALLY,
    APPROVED,
    REJECTED,
    /** The approver wants changes first; the next revision is a case of its own. */
    CHANGES_REQUESTED,
    /** The owner took the request back first. */
    WITHDRAWN;

    private static final Map<CaseStatus, Set<CaseStatus>> NEXT = new EnumMap<>(Map.of(
            PENDING, EnumSet.of(APPROVED_VERBALLY, APPROVED, REJECTED, CHANGES_REQUESTED, WITHDRAWN),
            // Back to pending: the webmaster sent it back to be decided anew.
            APPROVED_VERBALLY, EnumSet.of(APPROVED, REJECTED, PENDING),
            APPROVED, EnumSet.of(PENDING),
            REJECTED, EnumSet.noneOf(CaseStatus.class),
            CHANGES_REQUESTED, EnumSet.noneOf(CaseStatus.class),
            WITHDRAWN, EnumSet.noneOf(CaseStatus.class)));

    public boolean mayBecome(CaseStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
