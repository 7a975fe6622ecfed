package org.prakat.approval.adapter.in.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import org.prakat.approval.application.OpenCase;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EarlyEvents;
import org.prakat.common.messaging.EventDispatcher;
import org.prakat.common.messaging.EventTraces;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.reference.ReferenceHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which events this service acts on. */
@Configuration(proxyBeanMethods = false)
public class ApprovalEventHandlers {

    @Bean
    EventDispatcher eventDispatcher(
            OpenCase open,
            ReferenceData reference,
            CloudEventCodec codec,
            EarlyEvents earlyEvents,
            EventTraces traces,
            MeterRegistry meters) {
        return ReferenceHandlers.handling(reference)
                .on(RequestSubmitted.class, open::on)
                .on(RequestWithdrawn.class, open::on)
                .on(ReturnedToApprover.class, open::on)
                .on(StepOverdue.class, open::on)
                .build(codec, earlyEvents, traces, meters);
    }
}
