package org.prakat.publishing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.publishing.domain.PublicationStatus.ASSIGNED;
import static org.prakat.publishing.domain.PublicationStatus.PUBLISHED;
import static org.prakat.publishing.domain.PublicationStatus.REMOVED;
import static org.prakat.publishing.domain.PublicationStatus.RETURNED;
import static org.prakat.publishing.domain.PublicationStatus.SCHEDULED;
import static org.prakat.publishing.domain.PublicationStatus.WITHDRAWN;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PublicationStatusTest {

    private static final Map<PublicationStatus, Set<PublicationStatus>> LEGAL = Map.of(
            ASSIGNED, Set.of(SCHEDULED, PUBLISHED, RETURNED, WITHDRAWN),
            SCHEDULED, Set.of(PUBLISHED, RETURNED, WITHDRAWN),
            PUBLISHED, Set.of(REMOVED),
            RETURNED, Set.of(ASSIGNED),
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
