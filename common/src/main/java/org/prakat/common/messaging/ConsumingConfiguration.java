package org.prakat.common.messaging;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.mongo.MongoDeadLetters;
import org.prakat.common.mongo.MongoEarlyEvents;
import org.prakat.common.storage.ObjectStoreUnavailable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * Acting on events: the service consumes the destinations of the binding {@code events-in-0} and its own dead letters, and
 * gives an {@link EventDispatcher} bean with its handlers.
 */
@Configuration(proxyBeanMethods = false)
public class ConsumingConfiguration {

    @Bean
    EarlyEvents earlyEvents(MongoDatabase database) {
        return new MongoEarlyEvents(database);
    }

    @Bean
    DeadLetters deadLetters(MongoDatabase database) {
        return new MongoDeadLetters(database);
    }

    @Bean
    Outages outages() {
        return new Outages(List.of(MongoException.class, ObjectStoreUnavailable.class));
    }

    @Bean
    FailedEvents failedEvents(
            KafkaProperties kafka, Outages outages, @Value("${spring.application.name}") String service) {
        DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
                kafka.buildProducerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
        return new FailedEvents(
                new KafkaTemplate<>(producers), ProducingConfiguration.deadLetterTopic(service), outages);
    }

    @Bean
    Consumer<Message<byte[]>> events(EventDispatcher dispatcher) {
        return message -> dispatcher.dispatch(WireEvents.read(message));
    }

    @Bean
    Consumer<Message<byte[]>> deadLetterEvents(DeadLetters deadLetters, MeterRegistry meters) {
        // There from the start, at zero: an alert looks at how it grows.
        Counter kept = meters.counter("prakat.events.dead-letters");
        return message -> {
            deadLetters.keep(deadLetter(message));
            kept.increment();
        };
    }

    private static DeadLetter deadLetter(Message<byte[]> message) {
        WireEvent read = WireEvents.read(message);
        Map<String, Object> headers = message.getHeaders();
        WireEvent original = new WireEvent(
                WireEvents.text(headers.get(FailedEvents.TOPIC_HEADER)), read.key(), read.attributes(), read.body());
        return new DeadLetter(
                headers.get(KafkaHeaders.RECEIVED_PARTITION) + "-" + headers.get(KafkaHeaders.OFFSET),
                original,
                WireEvents.text(headers.get(FailedEvents.REASON_HEADER)),
                Instant.ofEpochMilli((Long) Objects.requireNonNull(headers.get(KafkaHeaders.RECEIVED_TIMESTAMP))),
                DeadLetter.Status.WAITING,
                null,
                null);
    }

    @Bean
    DeadLetterDesk deadLetterDesk(
            DeadLetters deadLetters, EventDispatcher dispatcher, AuditTrail trail, InstantSource clock) {
        return new DeadLetterDesk(deadLetters, dispatcher, trail, clock);
    }
}
