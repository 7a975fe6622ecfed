package org.prakat.publishing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.publishing.domain.PublicationStatus.ASSIGNED;
import static org.prakat.publishing.domain.PublicationStatus.PUBLISHED;
import static org.prakat.publishing.domain.PublicationStatus.REFUSED;
import static org.prakat.publishing.domain.PublicationStatus.REMOVED;
import static org.prakat.publishing.domain.PublicationStatus.RETURNED;
import static org.prakat.publishing.domain.PublicationStatus.SCHEDULED;
import static org.prakat.publishing.domain.PublicationStatus.SUSPENDED;
import static org.prakat.publishing.domain.PublicationStatus.TAKEN_DOWN;
import static org.prakat.publishing.domain.PublicationStatus.WITHDRAWN;
import static org.prakat.publishing.domain.PublicationStatus.WITH_APPROVER;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublicationStatusTest {

    private static final Map<PublicationStatus, Set<PublicationStatus>> LEGAL = Map.of(
            ASSIGNED, Set.of(SCHEDULED, PUBLISHED, RETURNED, WITH_APPROVER, REFUSED, WITHDRAWN),
            SCHEDULED, Set.of(ASSIGNED, PUBLISHED, RETURNED, WITH_APPROVER, REFUSED, WITHDRAWN),
            PUBLISHED, Set.of(SUSPENDED, TAKEN_DOWN, REMOVED),
            SUSPENDED, Set.of(PUBLISHED, TAKEN_DOWN, REMOVED),
            TAKEN_DOWN, Set.of(REMOVED),
            RETURNED, Set.of(ASSIGNED),
            WITH_APPROVER, Set.of(ASSIGNED, REFUSED, WITHDRAWN),
            REFUSED, Set.of(ASSIGNED),
            WITHDRAWN, Set.of(),
            REMOVED, Set.of());

    static Stream<Arguments> cells() {
        return Arrays.stream(PublicationStatus.values()).flatMap(from -> Arrays.stream(PublicationStatus.values())
                .map(to -> Arguments.of(from, to, LEGAL.get(from).contains(to))));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @MethodSource
    void cells(PublicationStatus from, PublicationStatus to, boolean legal) {
        assertThat(from.mayBecome(to)).isEqualTo(legal);
    }
}
