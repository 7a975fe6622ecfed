package org.prakat.request.adapter.in.office;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.prakat.common.messaging.OfficeTopics;
import org.prakat.request.application.RelayOutcomes;
import org.prakat.request.application.port.Outcomes.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/** Outcomes on each office's own topic, as CloudEvents in Kafka's binary mode. */
final class OutcomeTopics {

    private static final Logger log = LoggerFactory.getLogger(OutcomeTopics.class);
    private static final long PATIENCE_SECONDS = 20;

    private final RelayOutcomes relay;
    private final Supplier<Set<String>> offices;
    private final Producer<String, byte[]> producer;
    private final JsonMapper json;

    /** @param offices the codes of those that this replica takes care of now */
    OutcomeTopics(
            RelayOutcomes relay, Supplier<Set<String>> offices, Producer<String, byte[]> producer, JsonMapper json) {
        this.relay = relay;
        this.offices = offices;
        this.producer = producer;
        this.json = json;
    }

    @Scheduled(fixedDelayString = "${prakat.offices.relay-interval:1s}")
    void relay() {
        for (String office : offices.get()) {
            try {
                relay.relay(office, told -> send(office, told));
            } catch (RuntimeException e) {
                log.warn("outcomes of {} wait: {}", office, e.toString());
            }
        }
    }

    /** One at a time: if one were lost on the way while the next arrived, a reader would take the first for a repetition. */
    private void send(String office, Told told) {
        try {
            producer.send(event(new OfficeTopics(office).outcomes(), OutcomeView.of(told)))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("an outcome did not get to Kafka", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    private ProducerRecord<String, byte[]> event(String topic, OutcomeView outcome) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(outcome.id())
                .withSource(URI.create(outcome.source()))
                .withType(outcome.type())
                .withTime(outcome.time().atOffset(ZoneOffset.UTC))
                .withDataContentType(outcome.datacontenttype())
                .withExtension("sequence", outcome.sequence())
                .withData(json.writeValueAsBytes(outcome.data()));
        String subject = outcome.subject();
        CloudEvent built = (subject == null ? event : event.withSubject(subject)).build();
        return KafkaMessageFactory.<String>createWriter(topic, subject).writeBinary(built);
    }
}
