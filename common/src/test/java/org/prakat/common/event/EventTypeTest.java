package org.prakat.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypeTest {

    @Test
    void everyEventOfTheContractIsRegisteredOnce() {
        Set<Class<?>> registered = new HashSet<>();
        for (EventType type : EventType.values()) {
            assertThat(registered.add(type.body())).as("%s twice", type.body()).isTrue();
        }
        assertThat(registered)
                .containsExactlyInAnyOrderElementsOf(leaves(Event.class).toList());
    }

    @Test
    void namesOnTheWireEndWithTheirVersion() {
        assertThat(EventType.values())
                .allSatisfy(type -> assertThat(type.wireName()).matches("[a-z-]+\\.[a-z-]+\\.v[1-9]"));
    }

    @Test
    void anUnknownNameIsNoType() {
        assertThat(EventType.named("request.submitted.v2")).isEmpty();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Arrays.stream(permitted).flatMap(EventTypeTest::leaves);
    }
}
