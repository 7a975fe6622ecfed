package org.prakat.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.request.domain.RequestStatus.APPROVED;
import static org.prakat.request.domain.RequestStatus.CHANGES_REQUESTED;
import static org.prakat.request.domain.RequestStatus.COMPLETED;
import static org.prakat.request.domain.RequestStatus.DISCARDED;
import static org.prakat.request.domain.RequestStatus.DRAFT;
import static org.prakat.request.domain.RequestStatus.PUBLISHED;
import static org.prakat.request.domain.RequestStatus.REJECTED;
import static org.prakat.request.domain.RequestStatus.REMOVED;
import static org.prakat.request.domain.RequestStatus.RETURNED;
import static org.prakat.request.domain.RequestStatus.SCHEDULED;
import static org.prakat.request.domain.RequestStatus.SUBMITTED;
import static org.prakat.request.domain.RequestStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RequestStatusTest {

    private static final Map<RequestStatus, Set<RequestStatus>> LEGAL = new EnumMap<>(RequestStatus.class);

    static {
        LEGAL.put(DRAFT, Set.of(SUBMITTED, DISCARDED));
        LEGAL.put(
                SUBMITTED,
                Set.of(
                        APPROVED,
                        REJECTED,
                        CHANGES_REQUESTED,
                        RETURNED,
                        SCHEDULED,
                        PUBLISHED,
                        COMPLETED,
                        REMOVED,
                        WITHDRAWN));
        LEGAL.put(APPROVED, Set.of(REJECTED, RETURNED, SCHEDULED, PUBLISHED, COMPLETED, REMOVED, WITHDRAWN));
        LEGAL.put(REJECTED, Set.of(DRAFT, PUBLISHED, REMOVED));
        LEGAL.put(CHANGES_REQUESTED, Set.of(DRAFT, WITHDRAWN));
        LEGAL.put(RETURNED, Set.of(DRAFT));
        LEGAL.put(SCHEDULED, Set.of(REJECTED, RETURNED, PUBLISHED, REMOVED, WITHDRAWN));
        LEGAL.put(PUBLISHED, Set.of(REMOVED));
        LEGAL.put(COMPLETED, Set.of());
        LEGAL.put(REMOVED, Set.of());
        LEGAL.put(WITHDRAWN, Set.of(PUBLISHED, COMPLETED, REMOVED));
        LEGAL.put(DISCARDED, Set.of());
    }

    private static final Map<RequestStatus, Set<RequestStatus>> BACK =
            Map.of(APPROVED, Set.of(SUBMITTED), SCHEDULED, Set.of(SUBMITTED, APPROVED));

    static Stream<Arguments> cells() {
        return Arrays.stream(RequestStatus.values()).flatMap(from -> Arrays.stream(RequestStatus.values())
                .map(to -> Arguments.of(from, to, LEGAL.get(from).contains(to))));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource
    void cells(RequestStatus from, RequestStatus to, boolean legal) {
        assertThat(from.mayBecome(to)).isEqualTo(legal);
    }

    @ParameterizedTest(name = "{0} back to {1}")
    @MethodSource("cells")
    void onlyTheApproversAndTheSchedulesStepsAreTakenBack(RequestStatus from, RequestStatus to, boolean forward) {
        assertThat(from.mayTurnBackTo(to))
                .isEqualTo(BACK.getOrDefault(from, Set.of()).contains(to));
    }
}
