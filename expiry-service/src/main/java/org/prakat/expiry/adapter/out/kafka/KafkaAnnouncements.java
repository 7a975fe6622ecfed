package org.prakat.expiry.adapter.out.kafka;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.prakat.common.messaging.CloudEventCodec;
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

    private final Producer<String, byte[]> producer;
    private final CloudEventCodec codec;
    private final URI source;

    public KafkaAnnouncements(Producer<String, byte[]> producer, CloudEventCodec codec, URI source) {
        this.producer = producer;
        this.codec = codec;
        this.source = source;
    }

    @Override
    public boolean announce(Deadline deadline, Instant at) {
        Event event = deadline.event();
        String type = EventType.of(event.getClass()).wireName();
        OutboxEntry entry = new OutboxEntry(deadline.eventId(), ONLY, type, event.subject(), at, codec.encode(event));
        try {
            producer.send(codec.toRecord(entry, source)).get();
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
