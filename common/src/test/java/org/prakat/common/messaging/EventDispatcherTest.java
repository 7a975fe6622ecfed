package org.prakat.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.prakat.common.event.Expired;
import org.prakat.common.event.Published;
import org.prakat.common.event.SampleEvents;

class EventDispatcherTest {

    private final CloudEventCodec codec = new CloudEventCodec();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Event> handled = new ArrayList<>();
    private final KeptInMemory early = new KeptInMemory();
    private boolean published;

    private final EventDispatcher dispatcher = EventDispatcher.handling()
            .on(Published.class, this::onPublished)
            .on(Expired.class, this::onExpired)
            .build(codec, early, EventTraces.none(), meters);

    private Handled onPublished(Published event, EventContext context) {
        published = true;
        handled.add(event);
        return Handled.DONE;
    }

    private Handled onExpired(Expired event, EventContext context) {
        if (!published) {
            return Handled.TOO_EARLY;
        }
        handled.add(event);
        return Handled.DONE;
    }

    @Test
    void anEventThatCameTooEarlyIsKeptAndActsOnceWhatItWaitsForIsThere() {
        dispatcher.dispatch(wire(EventType.EXPIRED));
        assertThat(handled).isEmpty();
        assertThat(early.kept).hasSize(1);

        dispatcher.dispatch(wire(EventType.PUBLISHED));

        assertThat(handled).containsExactly(SampleEvents.of(EventType.PUBLISHED), SampleEvents.of(EventType.EXPIRED));
        assertThat(early.kept).isEmpty();
    }

    @Test
    void anUnknownTypeIsCountedAndDoneWith() {
        WireEvent unknown = withAttribute(wire(EventType.PUBLISHED), "type", "publication.praised.v1");

        dispatcher.dispatch(unknown);

        assertThat(handled).isEmpty();
        assertThat(meters.counter("prakat.events.received", "type", "unknown", "outcome", "ignored")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aKnownTypeWithoutAHandlerHereIsDoneWith() {
        dispatcher.dispatch(wire(EventType.REQUEST_SUBMITTED));

        assertThat(handled).isEmpty();
    }

    static Stream<WireEvent> malformed() {
        WireEvent good = new EventDispatcherTest().wire(EventType.PUBLISHED);
        return Stream.of(
                withBody(good, ""),
                withBody(good, "null"),
                withBody(good, "[]"),
                withBody(good, "{"),
                withBody(good, "{}"),
                withBody(good, new String(good.body(), StandardCharsets.UTF_8).replace("2570", "\"soon\"")),
                withBody(good, "{\"requestId\":".repeat(2_000)),
                withoutAttribute(good, "type"),
                withoutAttribute(good, "id"),
                withoutAttribute(good, "time"),
                withAttribute(good, "time", "yesterday"),
                withAttribute(good, "sequence", "x"),
                new WireEvent("t", "another-key", good.attributes(), good.body()),
                new WireEvent("t", null, good.attributes(), good.body()));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(WireEvent event) {
        assertThatThrownBy(() -> dispatcher.dispatch(event)).isInstanceOf(MalformedEventException.class);
        assertThat(handled).isEmpty();
    }

    private WireEvent wire(EventType type) {
        Event event = SampleEvents.of(type);
        Map<String, String> attributes =
                Map.of("id", "id-of-" + type, "type", type.wireName(), "time", "2026-11-25T00:00:00Z", "sequence", "3");
        return new WireEvent(
                type.topic().topicName(),
                event.subject(),
                attributes,
                codec.encode(event).getBytes(StandardCharsets.UTF_8));
    }

    private static WireEvent withBody(WireEvent event, String body) {
        return new WireEvent(event.topic(), event.key(), event.attributes(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static WireEvent withAttribute(WireEvent event, String name, String value) {
        Map<String, String> attributes = new HashMap<>(event.attributes());
        attributes.put(name, value);
        return new WireEvent(event.topic(), event.key(), attributes, event.body());
    }

    private static WireEvent withoutAttribute(WireEvent event, String name) {
        Map<String, String> attributes = new HashMap<>(event.attributes());
        attributes.remove(name);
        return new WireEvent(event.topic(), event.key(), attributes, event.body());
    }

    private static final class KeptInMemory implements EarlyEvents {

        private final Map<String, WireEvent> kept = new LinkedHashMap<>();

        @Override
        public void keep(String subject, String eventId, WireEvent event) {
            kept.put(eventId, event);
        }

        @Override
        public List<Kept> about(String subject) {
            return kept.entrySet().stream()
                    .filter(entry -> subject.equals(entry.getValue().key()))
                    .map(entry -> new Kept(entry.getKey(), entry.getValue()))
                    .toList();
        }

        @Override
        public void forget(String eventId) {
            kept.remove(eventId);
        }
    }
}
