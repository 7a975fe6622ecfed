package org.prakat.request.adapter.in.office;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.prakat.common.messaging.EventTraces;
import org.prakat.common.messaging.Outages;
import org.prakat.common.web.Problems;
import org.prakat.request.application.HandIn;
import org.prakat.request.application.RefuseEvent;
import org.prakat.request.application.RelayOutcomes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** What other offices write to Kafka, and read there. A plain consumer reads it, for the reasons of ADR 14. */
@Configuration(proxyBeanMethods = false)
public class OfficeKafka {

    /** How many events of an office are taken in its turn. */
    private static final int EVENTS_IN_A_TURN = 20;

    private static final int FETCHED_OF_AN_OFFICE = 256 * 1024;

    /** Whoever waits for others' news cannot fetch more of whom it has resumed: a busy office would get on by one fetch in this time. */
    private static final int LONGEST_FETCH_MILLISECONDS = 50;

    @Bean
    IntakeTurns intakeTurns(
            KafkaProperties kafka,
            HandIn handIn,
            RefuseEvent refuse,
            Problems problems,
            Outages outages,
            EventTraces traces,
            MeterRegistry meters,
            InstantSource clock,
            @Value("${prakat.web.max-json-size:256KB}") DataSize largest,
            @Value("${spring.cloud.stream.default.group}") String group,
            @Value("${prakat.offices.discovery-interval:30s}") Duration discovery) {
        EventReader reader = new EventReader();
        IntakeMeasures measures = new IntakeMeasures(meters);
        RecordIntake intake = new RecordIntake(
                reader, new EventIntake(handIn, reader, clock), refuse, problems, outages, measures, largest.toBytes());
        Map<String, Object> settings = settings(kafka, group + ".offices", discovery);
        IntakeTurns turns = new IntakeTurns(
                () -> consumer(settings),
                record -> traces.take(name -> RecordIntake.header(record, name), () -> intake.take(record)));
        measures.watch(turns);
        return turns;
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> settings(KafkaProperties kafka, String group, Duration discovery) {
        Map<String, Object> settings = new HashMap<>(kafka.buildConsumerProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, EVENTS_IN_A_TURN);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCHED_OF_AN_OFFICE);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, LONGEST_FETCH_MILLISECONDS);
        // Topics have one partition each: by ranges, all would be the first replica's.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, discovery.toMillis());
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return settings;
    }

    @Bean
    OutcomeTopics outcomeTopics(
            RelayOutcomes relay, IntakeTurns turns, Producer<String, byte[]> producer, JsonMapper json) {
        return new OutcomeTopics(relay, turns::offices, producer, json);
    }
}
