package org.prakat.expiry.adapter.in.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import org.prakat.common.event.Approved;
import org.prakat.common.event.ChangesRequested;
import org.prakat.common.event.CurrencyConfirmed;
import org.prakat.common.event.Extended;
import org.prakat.common.event.HoldReleased;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Replaced;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Returned;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.ScheduleCancelled;
import org.prakat.common.event.TakenDown;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.event.VerbalApprovalRefused;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EarlyEvents;
import org.prakat.common.messaging.EventDispatcher;
import org.prakat.common.messaging.EventTraces;
import org.prakat.expiry.application.KeepDeadlines;
import org.prakat.expiry.application.TellWhenDue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which events this service acts on. */
@Configuration(proxyBeanMethods = false)
public class ExpiryEventHandlers {

    @Bean
    TakenOver takenOver(TellWhenDue teller) {
        return new TakenOver(teller);
    }

    @Bean
    EventDispatcher eventDispatcher(
            KeepDeadlines keep,
            CloudEventCodec codec,
            EarlyEvents earlyEvents,
            EventTraces traces,
            MeterRegistry meters) {
        return EventDispatcher.handling()
                .on(RequestSubmitted.class, keep::on)
                .on(RequestWithdrawn.class, keep::on)
                .on(Approved.class, keep::on)
                .on(Rejected.class, keep::on)
                .on(ChangesRequested.class, keep::on)
                .on(VerbalApprovalConfirmed.class, keep::on)
                .on(VerbalApprovalRefused.class, keep::on)
                .on(PublicationScheduled.class, keep::on)
                .on(ScheduleCancelled.class, keep::on)
                .on(Returned.class, keep::on)
                .on(ReturnedToApprover.class, keep::on)
                .on(Published.class, keep::on)
                .on(CurrencyConfirmed.class, keep::on)
                .on(Extended.class, keep::on)
                .on(Replaced.class, keep::on)
                .on(TakenDown.class, keep::on)
                .on(HoldReleased.class, keep::on)
                .on(Removed.class, keep::on)
                .build(codec, earlyEvents, traces, meters);
    }
}
