package org.prakat.expiry.adapter.in.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Removed;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EarlyEvents;
import org.prakat.common.messaging.EventDispatcher;
import org.prakat.expiry.application.KeepDeadlines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which events this service acts on. */
@Configuration(proxyBeanMethods = false)
public class ExpiryEventHandlers {

    @Bean
    EventDispatcher eventDispatcher(
            KeepDeadlines keep, CloudEventCodec codec, EarlyEvents earlyEvents, MeterRegistry meters) {
        return EventDispatcher.handling()
                .on(PublicationScheduled.class, keep::on)
                .on(Published.class, keep::on)
                .on(Removed.class, keep::on)
                .on(RequestWithdrawn.class, keep::on)
                .build(codec, earlyEvents, meters);
    }
}
