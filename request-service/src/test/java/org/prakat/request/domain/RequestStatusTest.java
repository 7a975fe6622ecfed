package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.request.domain.RequestStatus.APPROVED;
import static org.prakat.request.domain.RequestStatus.DRAFT;
import static org.prakat.request.domain.RequestStatus.PUBLISHED;
import static org.prakat.request.domain.RequestStatus.REJECTED;
import static org.prakat.request.domain.RequestStatus.REMOVED;
import static org.prakat.request.domain.RequestStatus.RETURNED;
import static org.prakat.request.domain.RequestStatus.SCHEDULED;
import static org.prakat.request.domain.RequestStatus.SUBMITTED;
import static org.prakat.request.domain.RequestStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestStatusTest {

    private static final Map<RequestStatus, Set<RequestStatus>> LEGAL = Map.of(
            DRAFT, Set.of(SUBMITTED),
            SUBMITTED, Set.of(APPROVED, REJECTED, RETURNED, SCHEDULED, PUBLISHED, REMOVED, WITHDRAWN),
            APPROVED, Set.of(RETURNED, SCHEDULED, PUBLISHED, REMOVED, WITHDRAWN),
            REJECTED, Set.of(DRAFT),
            RETURNED, Set.of(DRAFT),
            SCHEDULED, Set.of(RETURNED, PUBLISHED, REMOVED, WITHDRAWN),
            PUBLISHED, Set.of(REMOVED),
            REMOVED, Set.of(),
            WITHDRAWN, Set.of(PUBLISHED, REMOVED));

    static Stream<Arguments> cells() {
        return Arrays.stream(RequestStatus.values()).flatMap(from -> Arrays.stream(RequestStatus.values())
                .map(to -> Arguments.of(from, to, LEGAL.get(from).contains(to))));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource
    void cells(RequestStatus from, RequestStatus to, boolean legal) {
        assertThat(from.mayBecome(to)).isEqualTo(legal);
    }
}
