package org.prakat.approval.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where an approval case stands. */
public enum CaseStatus {
    /** Waits for the approver. */
    PENDING,
    APPROVED,
    REJECTED,
    /** The owner took the request back first. */
    WITHDRAWN;

    private static final Map<CaseStatus, Set<CaseStatus>> NEXT = new EnumMap<>(Map.of(
            PENDING, EnumSet.of(APPROVED, REJECTED, WITHDRAWN),
            APPROVED, EnumSet.noneOf(CaseStatus.class),
            REJECTED, EnumSet.noneOf(CaseStatus.class),
            WITHDRAWN, EnumSet.noneOf(CaseStatus.class)));

    public boolean mayBecome(CaseStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
