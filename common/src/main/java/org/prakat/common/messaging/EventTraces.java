package org.prakat.common.messaging;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;

/**
 * Keeps a trace going over events: what was decided in it and what is done about that in other services belong to one trace
 * (CloudEvents extension Distributed Tracing 1.0). Where nothing is traced, it only measures. Of an event its type is told and
 * the id of what it is about, nothing that it says.
 */
public final class EventTraces {

    /** The attribute that carries the trace, in the form that W3C Trace Context gives it. */
    static final String TRACEPARENT = "traceparent";

    private static final String TYPE = "type";
    private static final String SUBJECT = "prakat.subject";

    private final ObservationRegistry observations;

    public EventTraces(ObservationRegistry observations) {
        this.observations = observations;
    }

    /** Where nobody observes anything. */
    public static EventTraces none() {
        return new EventTraces(ObservationRegistry.NOOP);
    }

    /** Notes that an event was decided; answers where its trace goes on, or nothing when it is not traced. */
    public @Nullable String decided(Event event) {
        String type = EventType.of(event.getClass()).wireName();
        Map<String, String> carrier = new HashMap<>();
        SenderContext<Map<String, String>> context =
                new SenderContext<>((headers, name, value) -> carrier.put(name, value), Kind.PRODUCER);
        context.setCarrier(carrier);
        observation("prakat.events.decided", "tell " + type, context, type, event.subject())
                .observe(() -> {});
        return carrier.get(TRACEPARENT);
    }

    /** Acts on an event, as a part of the trace in which it was decided. */
    Handled handle(WireEvent wire, Event event, Supplier<Handled> handler) {
        String type = EventType.of(event.getClass()).wireName();
        ReceiverContext<WireEvent> context =
                new ReceiverContext<>((carrier, name) -> carrier.attributes().get(name), Kind.CONSUMER);
        context.setCarrier(wire);
        return observation("prakat.events.handled", "handle " + type, context, type, event.subject())
                .observe(handler);
    }

    /**
     * Takes a record that another office wrote, which may be anything, as a part of the trace that it names.
     *
     * @param headers what a header of the record says, by its name; nothing for one that is not there
     */
    public void take(Function<String, @Nullable String> headers, Runnable taking) {
        ReceiverContext<Function<String, @Nullable String>> context =
                new ReceiverContext<>((carrier, name) -> carrier.apply("ce_" + name), Kind.CONSUMER);
        context.setCarrier(headers);
        Observation.createNotStarted("prakat.offices.records", () -> context, observations)
                .contextualName("take office record")
                .observe(taking);
    }

    private Observation observation(
            String measure, String span, Observation.Context context, String type, String subject) {
        return Observation.createNotStarted(measure, () -> context, observations)
                .contextualName(span)
                .lowCardinalityKeyValue(TYPE, type)
                .highCardinalityKeyValue(SUBJECT, subject);
    }
}
