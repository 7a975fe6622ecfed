package org.prakat.publishing.adapter.in.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Expired;
import org.prakat.common.event.PublicationDue;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.RetentionEnded;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.event.VerbalApprovalRefused;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EarlyEvents;
import org.prakat.common.messaging.EventDispatcher;
import org.prakat.common.messaging.EventTraces;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.reference.ReferenceHandlers;
import org.prakat.publishing.application.KeepAssignments;
import org.prakat.publishing.application.PublishItem;
import org.prakat.publishing.application.RemoveItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which events this service acts on. */
@Configuration(proxyBeanMethods = false)
public class PublishingEventHandlers {

    @Bean
    EventDispatcher eventDispatcher(
            KeepAssignments assignments,
            PublishItem publish,
            RemoveItem remove,
            ReferenceData reference,
            CloudEventCodec codec,
            EarlyEvents earlyEvents,
            EventTraces traces,
            MeterRegistry meters) {
        return ReferenceHandlers.handling(reference)
                .on(Approved.class, assignments::on)
                .on(RequestWithdrawn.class, assignments::on)
                .on(VerbalApprovalConfirmed.class, assignments::on)
                .on(VerbalApprovalRefused.class, assignments::on)
                .on(StepOverdue.class, assignments::on)
                .on(PublicationDue.class, publish::on)
                .on(Expired.class, remove::on)
                .on(RetentionEnded.class, remove::on)
                .build(codec, earlyEvents, traces, meters);
    }
}
