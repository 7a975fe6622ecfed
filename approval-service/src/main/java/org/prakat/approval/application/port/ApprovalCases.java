package org.prakat.approval.application.port;

import java.time.Instant;
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
     * The cases of an office: pending ones with the urgent first and then the oldest, settled ones with the newest first.
     *
     * @param workGroups of these groups only; every group of the office when absent
     */
    Page<Versioned<ApprovalCase>> list(
            String office, @Nullable Set<String> workGroups, CaseStatus status, @Nullable String cursor, int limit);

    /** Those that still wait for their approver and are overdue, the oldest first. */
    Page<Versioned<ApprovalCase>> overdue(
            String office, @Nullable Set<String> workGroups, @Nullable String cursor, int limit);

    /** How an office decided on what was submitted between two instants. */
    CaseStatistics statistics(String office, int fiscalYear, Instant from, Instant until);
}
