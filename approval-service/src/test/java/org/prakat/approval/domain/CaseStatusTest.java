package org.prakat.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.approval.domain.CaseStatus.APPROVED;
import static org.prakat.approval.domain.CaseStatus.APPROVED_VERBALLY;
import static org.prakat.approval.domain.CaseStatus.CHANGES_REQUESTED;
import static org.prakat.approval.domain.CaseStatus.PENDING;
import static org.prakat.approval.domain.CaseStatus.REJECTED;
import static org.prakat.approval.domain.CaseStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CaseStatusTest {

    private static final Map<CaseStatus, Set<CaseStatus>> LEGAL = Map.of(
            PENDING, Set.of(APPROVED_VERBALLY, APPROVED, REJECTED, CHANGES_REQUESTED, WITHDRAWN),
            APPROVED_VERBALLY, Set.of(APPROVED, REJECTED, PENDING),
            APPROVED, Set.of(PENDING),
            REJECTED, Set.of(),
            CHANGES_REQUESTED, Set.of(),
            WITHDRAWN, Set.of());

    static Stream<Arguments> cells() {
        return Arrays.stream(CaseStatus.values()).flatMap(from -> Arrays.stream(CaseStatus.values())
                .map(to -> Arguments.of(from, to, LEGAL.get(from).contains(to))));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource
    void cells(CaseStatus from, CaseStatus to, boolean legal) {
        assertThat(from.mayBecome(to)).isEqualTo(legal);
    }
}
