package org.prakat.approval.domain;

import java.util.Map;

/**
 * How an office decided in a fiscal year.
 *
 * @param fiscalYear the Buddhist year in which it ends
 * @param byStatus how many cases stand where, by status
 * @param verbal how many were allowed by word of mouth
 * @param verbalShare of all that were allowed, 0 to 1
 * @param byReason how often each reason was given for a refusal
 */
public record CaseStatistics(
        int fiscalYear, Map<String, Long> byStatus, long verbal, double verbalShare, Map<String, Long> byReason) {

    public static CaseStatistics of(
            int fiscalYear, Map<String, Long> byStatus, long verbal, Map<String, Long> byReason) {
        long allowed = byStatus.getOrDefault(CaseStatus.APPROVED.name(), 0L)
                + byStatus.getOrDefault(CaseStatus.APPROVED_VERBALLY.name(), 0L);
        double share = allowed == 0 ? 0 : (double) verbal / allowed;
        return new CaseStatistics(fiscalYear, byStatus, verbal, share, byReason);
    }
}
