package org.prakat.approval.application.port;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.domain.ApprovalCase;
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
}
