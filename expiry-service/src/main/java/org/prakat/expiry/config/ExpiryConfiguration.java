package org.prakat.expiry.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EventSender;
import org.prakat.common.messaging.EventTraces;
import org.prakat.expiry.adapter.in.messaging.ExpiryEventHandlers;
import org.prakat.expiry.adapter.in.scheduling.DeadlineClock;
import org.prakat.expiry.adapter.in.web.ExpiryWeb;
import org.prakat.expiry.adapter.out.kafka.KafkaAnnouncements;
import org.prakat.expiry.adapter.out.mongo.MongoDeadlines;
import org.prakat.expiry.application.KeepDeadlines;
import org.prakat.expiry.application.ReadDeadlines;
import org.prakat.expiry.application.TellWhenDue;
import org.prakat.expiry.application.port.Announcements;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.application.port.Deadlines.Selection;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The beans of expiry-service. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({ExpiryEventHandlers.class, ExpiryWeb.class})
public class ExpiryConfiguration {

    /** That something is very wrong is plain at far fewer. */
    private static final int MOST_COUNTED = 10_000;

    @Bean
    Deadlines deadlines(MongoDatabase database) {
        return new MongoDeadlines(database);
    }

    @Bean
    Announcements announcements(EventSender sender, CloudEventCodec codec, EventTraces traces) {
        return new KafkaAnnouncements(sender, codec, traces);
    }

    @Bean
    TellWhenDue tellWhenDue(
            Deadlines deadlines,
            Announcements announcements,
            InstantSource clock,
            MeterRegistry meters,
            @Value("${prakat.deadlines.read-interval:5m}") Duration readEvery) {
        Gauge.builder("prakat.deadlines.pending", deadlines, Deadlines::countPending)
                .description("deadlines that lie ahead")
                .register(meters);
        Gauge.builder(
                        "prakat.deadlines.overdue",
                        deadlines,
                        all -> all.countOverdue(Selection.ALL, clock.instant(), MOST_COUNTED))
                .description("deadlines whose moment has come and that are not told yet")
                .register(meters);
        return new TellWhenDue(
                deadlines, announcements, meters.timer("prakat.deadlines.lateness")::record, clock, readEvery);
    }

    @Bean
    KeepDeadlines keepDeadlines(Deadlines deadlines, TellWhenDue teller, InstantSource clock) {
        return new KeepDeadlines(deadlines, teller, clock);
    }

    @Bean
    ReadDeadlines readDeadlines(Deadlines deadlines, InstantSource clock) {
        return new ReadDeadlines(deadlines, clock);
    }

    @Bean
    DeadlineClock deadlineClock(TellWhenDue teller) {
        return new DeadlineClock(teller);
    }
}
