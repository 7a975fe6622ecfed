package org.prakat.approval.application.port;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.CaseStatistics;
import org.prakat.approval.domain.CaseStatus;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Repository;
import org.prakat.common.domain.Versioned;

/** The approval cases. */
public interface ApprovalCases extends Repository<ApprovalCase> {

    /**
     * What somebody decides on, which is never what they ask themselves.
     *
     * @param decider who
     * @param workGroups whose cases they decide on
     * @param ownOfHeads the heads who are the requesters, with the groups in which they are their deputy
     */
    record Scope(String decider, Set<String> workGroups, Map<String, Set<String>> ownOfHeads) {

        public Scope {
            workGroups = Set.copyOf(workGroups);
            ownOfHeads = Map.copyOf(ownOfHeads);
        }
    }

    /**
     * The cases of an office: pending ones with the urgent first and then the oldest, settled ones with the newest first.
     *
     * @param scope only what somebody decides on; absent: all of the office
     */
    Page<Versioned<ApprovalCase>> list(
            String office, @Nullable Scope scope, CaseStatus status, @Nullable String cursor, int limit);

    /** Those that still wait for their approver and are overdue, the oldest first. */
    Page<Versioned<ApprovalCase>> overdue(String office, @Nullable Scope scope, @Nullable String cursor, int limit);

    /** How an office decided on what was submitted between two instants. */
    CaseStatistics statistics(String office, int fiscalYear, Instant from, Instant until);
}
