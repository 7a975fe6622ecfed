package org.prakat.common.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.prakat.common.audit.AuditDesk;
import org.prakat.common.audit.AuditSeal;
import org.prakat.common.audit.Checkpoint;
import org.prakat.common.audit.FolderCheckpoints;
import org.prakat.common.audit.KeptCheckpoints;
import org.prakat.common.audit.TakeCheckpoints;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventTraces;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.common.mongo.AuditRelay;
import org.prakat.common.mongo.MongoAuditTrail;
import org.prakat.common.mongo.OutboxRelay;
import org.prakat.common.security.SecretBox;
import org.prakat.common.web.AuditController;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The audit trail of a service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
@Import(AuditController.class)
public class AuditConfiguration {

    @Bean
    MongoAuditTrail auditTrail(
            MongoDatabase database,
            AuditProperties properties,
            InstantSource clock,
            @Value("${spring.application.name}") String service) {
        return new MongoAuditTrail(database, new AuditSeal(properties.keys()), service, clock);
    }

    /** By the same keys: they too are random, are kept away from the database, and are never thrown away. */
    @Bean
    SecretBox secretBox(AuditProperties properties) {
        return new SecretBox(properties.keys());
    }

    @Bean(initMethod = "start")
    AuditRelay auditRelay(
            MongoDatabase database, MongoAuditTrail trail, AuditProperties properties, MeterRegistry meters) {
        return new AuditRelay(database, trail, properties.sweepInterval(), meters);
    }

    @Bean
    AggregateStorage aggregateStorage(
            MongoDatabase database, CloudEventCodec events, EventTraces traces, OutboxRelay outbox, AuditRelay audit) {
        return new AggregateStorage(database, events, traces, outbox, audit);
    }

    @Bean
    KeptCheckpoints keptCheckpoints(AuditProperties properties, @Value("${spring.application.name}") String service) {
        return properties.checkpointFolder() == null
                ? new LoggedOnly()
                : new FolderCheckpoints(properties.checkpointFolder(), service);
    }

    @Bean
    TakeCheckpoints takeCheckpoints(MongoAuditTrail trail, KeptCheckpoints kept, AuditProperties properties) {
        TakeCheckpoints checkpoints = new TakeCheckpoints(trail, kept);
        checkpoints.every(properties.checkpointInterval());
        return checkpoints;
    }

    @Bean
    AuditDesk auditDesk(MongoAuditTrail trail, KeptCheckpoints kept) {
        return new AuditDesk(trail, kept);
    }

    /** No folder is named: the line in the log must do. */
    private static final class LoggedOnly implements KeptCheckpoints {

        @Override
        public void keep(Checkpoint checkpoint) {}

        @Override
        public List<Checkpoint> of(String office) {
            return List.of();
        }
    }
}
