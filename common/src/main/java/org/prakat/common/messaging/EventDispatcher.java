package org.prakat.common.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MDC.MDCCloseable;

/**
 * Brings each event to its handler. An event of an unknown type, or of no interest here, is counted and done with; one
 * that came too early is kept until its aggregate moves; one that is malformed, or whose handler fails, throws.
 */
public final class EventDispatcher {

    private static final Logger log = LoggerFactory.getLogger(EventDispatcher.class);

    /** What a service does with an event of one type. */
    @FunctionalInterface
    public interface Handler<E extends Event> {
        Handled on(E event, EventContext context);
    }

    private final CloudEventCodec codec;
    private final EarlyEvents earlyEvents;
    private final EventTraces traces;
    private final MeterRegistry meters;
    private final Map<EventType, Handler<Event>> handlers;

    private EventDispatcher(
            Builder builder, CloudEventCodec codec, EarlyEvents earlyEvents, EventTraces traces, MeterRegistry meters) {
        this.codec = codec;
        this.earlyEvents = earlyEvents;
        this.traces = traces;
        this.meters = meters;
        this.handlers = Map.copyOf(builder.handlers);
    }

    public static Builder handling() {
        return new Builder();
    }

    /**
     * Handles an event, and then those that were waiting for it.
     *
     * @throws MalformedEventException when it is not what the contract says
     */
    public void dispatch(WireEvent wire) {
        String typeName = CloudEventCodec.attribute(wire, "type");
        Optional<EventType> type = EventType.named(typeName);
        Handler<Event> handler = type.map(handlers::get).orElse(null);
        if (type.isEmpty() || handler == null) {
            count(type.isPresent() ? typeName : "unknown", "ignored");
            return;
        }
        EventContext context = codec.context(wire);
        Event event = codec.body(wire, type.get());
        // Every line that is logged meanwhile can be found by either.
        try (MDCCloseable eventId = MDC.putCloseable("eventId", context.id());
                MDCCloseable requestId = MDC.putCloseable("requestId", event.subject())) {
            handle(wire, typeName, handler, event, context);
        }
    }

    private void handle(WireEvent wire, String typeName, Handler<Event> handler, Event event, EventContext context) {
        if (act(wire, handler, event, context) == Handled.TOO_EARLY) {
            keep(wire, event, context);
            // What it waits for may have come between the look and the keeping.
            offerEarly(event.subject());
            return;
        }
        count(typeName, "handled");
        offerEarly(event.subject());
    }

    private Handled act(WireEvent wire, Handler<Event> handler, Event event, EventContext context) {
        return traces.handle(wire, event, () -> {
            Handled handled = handler.on(event, context);
            if (handled == Handled.DONE) {
                log.info("{} is handled", EventType.of(event.getClass()).wireName());
            }
            return handled;
        });
    }

    private void keep(WireEvent wire, Event event, EventContext context) {
        earlyEvents.keep(event.subject(), context.id(), wire);
        count(EventType.of(event.getClass()).wireName(), "early");
        log.info("event {} about {} came too early and is kept", context.id(), event.subject());
    }

    private void offerEarly(String subject) {
        for (EarlyEvents.Kept kept : earlyEvents.about(subject)) {
            try (MDCCloseable eventId = MDC.putCloseable("eventId", kept.eventId())) {
                offer(kept);
            }
        }
    }

    private void offer(EarlyEvents.Kept kept) {
        EventType type =
                EventType.named(CloudEventCodec.attribute(kept.event(), "type")).orElseThrow();
        Handler<Event> handler = handlers.get(type);
        if (handler == null
                || act(kept.event(), handler, codec.body(kept.event(), type), codec.context(kept.event()))
                        == Handled.DONE) {
            earlyEvents.forget(kept.eventId());
        }
    }

    private void count(String type, String outcome) {
        meters.counter("prakat.events.received", "type", type, "outcome", outcome)
                .increment();
    }

    /** Collects the handlers of a service. */
    public static final class Builder {

        private final Map<EventType, Handler<Event>> handlers = new HashMap<>();

        private Builder() {}

        /**
         * Names the handlers of one type of event, in their order: all but the last must bear repetition, which comes when the
         * process dies between them.
         */
        @SafeVarargs
        public final <E extends Event> Builder on(Class<E> body, Handler<? super E>... inOrder) {
            List<Handler<? super E>> all = new ArrayList<>();
            for (Handler<? super E> handler : inOrder) {
                all.add(handler);
            }
            handlers.put(EventType.of(body), (event, context) -> one(all, body.cast(event), context));
            return this;
        }

        private static <E extends Event> Handled one(List<Handler<? super E>> inOrder, E event, EventContext context) {
            boolean tooEarly = inOrder.stream().anyMatch(handler -> handler.on(event, context) == Handled.TOO_EARLY);
            return tooEarly ? Handled.TOO_EARLY : Handled.DONE;
        }

        public EventDispatcher build(
                CloudEventCodec codec, EarlyEvents earlyEvents, EventTraces traces, MeterRegistry meters) {
            return new EventDispatcher(this, codec, earlyEvents, traces, meters);
        }
    }
}
