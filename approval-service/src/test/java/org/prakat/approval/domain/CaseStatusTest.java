package org.prakat.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.approval.domain.CaseStatus.APPROVED;
import static org.prakat.approval.domain.CaseStatus.PENDING;
import static org.prakat.approval.domain.CaseStatus.REJECTED;
import static org.prakat.approval.domain.CaseStatus.WITHDRAWN;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaseStatusTest {

    @ParameterizedTest
    @EnumSource
    void aPendingCaseMayBeSettledInAnyWay(CaseStatus next) {
        assertThat(PENDING.mayBecome(next)).isEqualTo(next != PENDING);
    }

    @ParameterizedTest
    @CsvSource({"APPROVED", "REJECTED", "WITHDRAWN"})
    void aSettledCaseStaysAsItIs(CaseStatus settled) {
        for (CaseStatus next : Set.of(PENDING, APPROVED, REJECTED, WITHDRAWN)) {
            assertThat(settled.mayBecome(next)).as("%s to %s", settled, next).isFalse();
        }
    }
}
