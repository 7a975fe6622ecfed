package org.prakat.common.messaging;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** Sends a service's events to the broker, and keeps what it took, to send it again when a broker is lost. */
public final class EventSender {

    private static final int IN_FLIGHT = 500;

    private final Producer<String, byte[]> producer;
    private final CloudEventCodec codec;
    private final URI source;
    private final SentEvents sent;

    /** @param source the {@code ce_source} of everything that is sent */
    public EventSender(Producer<String, byte[]> producer, CloudEventCodec codec, URI source, SentEvents sent) {
        this.producer = producer;
        this.codec = codec;
        this.source = source;
        this.sent = sent;
    }

    /**
     * Sends events in their order, each when the one before is acknowledged.
     *
     * @throws ExecutionException when the broker does not take one; those before it were sent
     */
    public void send(List<OutboxEntry> events) throws InterruptedException, ExecutionException {
        for (OutboxEntry event : events) {
            producer.send(codec.toRecord(event, source)).get();
        }
        if (!events.isEmpty()) {
            sent.keep(events);
        }
    }

    /**
     * Sends once more, under the same ids, what was decided from a moment on.
     *
     * @return how many
     * @throws KafkaException when the broker does not take one
     */
    public long sendAgain(Instant from) {
        List<Future<?>> underWay = new ArrayList<>();
        AtomicLong count = new AtomicLong();
        // The producer keeps the order of a partition, so that many may be on their way.
        sent.forEachSince(from, event -> {
            underWay.add(producer.send(codec.toRecord(event, source)));
            count.incrementAndGet();
            if (underWay.size() == IN_FLIGHT) {
                await(underWay);
            }
        });
        await(underWay);
        return count.get();
    }

    private static void await(List<Future<?>> underWay) {
        try {
            for (Future<?> one : underWay) {
                one.get();
            }
            underWay.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not take an event", e);
        }
    }

    /** Keeps no longer what was decided before a moment. */
    public void forgetBefore(Instant moment) {
        sent.forgetBefore(moment);
    }
}
