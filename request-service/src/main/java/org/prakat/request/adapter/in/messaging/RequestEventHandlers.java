package org.prakat.request.adapter.in.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import org.prakat.common.event.Approved;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Returned;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EarlyEvents;
import org.prakat.common.messaging.EventDispatcher;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.reference.ReferenceHandlers;
import org.prakat.request.application.FollowRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which events this service acts on. */
@Configuration(proxyBeanMethods = false)
public class RequestEventHandlers {

    @Bean
    EventDispatcher eventDispatcher(
            FollowRequest follow,
            ReferenceData reference,
            CloudEventCodec codec,
            EarlyEvents earlyEvents,
            MeterRegistry meters) {
        return ReferenceHandlers.handling(reference)
                .on(Approved.class, follow::on)
                .on(Rejected.class, follow::on)
                .on(PublicationScheduled.class, follow::on)
                .on(Published.class, follow::on)
                .on(Returned.class, follow::on)
                .on(Removed.class, follow::on)
                .build(codec, earlyEvents, meters);
    }
}
