package org.prakat.expiry.adapter.out.kafka;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventSender;
import org.prakat.common.messaging.EventTraces;
import org.prakat.common.messaging.OutboxEntry;
import org.prakat.expiry.application.port.Announcements;
import org.prakat.expiry.domain.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces on the topic of this service. */
public final class KafkaAnnouncements implements Announcements {

    private static final Logger log = LoggerFactory.getLogger(KafkaAnnouncements.class);
    /** A deadline tells one event in its life. */
    private static final long ONLY = 1;

    private final EventSender sender;
    private final CloudEventCodec codec;
    private final EventTraces traces;

    public KafkaAnnouncements(EventSender sender, CloudEventCodec codec, EventTraces traces) {
        this.sender = sender;
        this.codec = codec;
        this.traces = traces;
    }

    @Override
    public boolean announce(Deadline deadline, Instant at) {
        Event event = deadline.event();
        String type = EventType.of(event.getClass()).wireName();
        OutboxEntry entry = new OutboxEntry(
                deadline.eventId(), ONLY, type, event.subject(), at, codec.encode(event), traces.decided(event));
        try {
            sender.send(List.of(entry));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | RuntimeException e) {
            log.warn("deadline {} cannot be told yet: {}", deadline.id(), e.toString());
            return false;
        }
    }
}
