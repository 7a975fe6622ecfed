package org.prakat.request.adapter.in.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import org.prakat.common.event.ApprovalHandedOver;
import org.prakat.common.event.Approved;
import org.prakat.common.event.ArchiveDeleted;
import org.prakat.common.event.ChangesRequested;
import org.prakat.common.event.Corrected;
import org.prakat.common.event.CurrencyConfirmed;
import org.prakat.common.event.Expired;
import org.prakat.common.event.ExpiryNear;
import org.prakat.common.event.Extended;
import org.prakat.common.event.HoldReleased;
import org.prakat.common.event.PublicationScheduled;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RemovalHeld;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Replaced;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Resumed;
import org.prakat.common.event.Returned;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.ScheduleCancelled;
import org.prakat.common.event.StepDueSoon;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.event.Suspended;
import org.prakat.common.event.TakenDown;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.event.VerbalApprovalRefused;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.messaging.EarlyEvents;
import org.prakat.common.messaging.EventDispatcher;
import org.prakat.common.messaging.EventTraces;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.reference.ReferenceHandlers;
import org.prakat.request.application.FollowRequest;
import org.prakat.request.application.TellOffice;
import org.prakat.request.application.TellPeople;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which events this service acts on: people and offices are told first, since what they are told knows its
 * event and so bears repetition. */
@Configuration(proxyBeanMethods = false)
public class RequestEventHandlers {

    @Bean
    EventDispatcher eventDispatcher(
            FollowRequest follow,
            TellPeople tell,
            TellOffice office,
            ReferenceData reference,
            CloudEventCodec codec,
            EarlyEvents earlyEvents,
            EventTraces traces,
            MeterRegistry meters) {
        return ReferenceHandlers.handling(reference)
                .on(RequestSubmitted.class, tell::on)
                .on(RequestWithdrawn.class, tell::on)
                .on(ExpiryNear.class, tell::on)
                .on(Expired.class, office::on)
                .on(StepDueSoon.class, tell::on)
                .on(CurrencyConfirmed.class, follow::on)
                .on(ArchiveDeleted.class, follow::on)
                .on(Approved.class, tell::on, office::on, follow::on)
                .on(Rejected.class, tell::on, office::on, follow::on)
                .on(ChangesRequested.class, tell::on, office::on, follow::on)
                .on(VerbalApprovalConfirmed.class, tell::on, follow::on)
                .on(VerbalApprovalRefused.class, tell::on, office::on, follow::on)
                .on(ApprovalHandedOver.class, tell::on, follow::on)
                .on(PublicationScheduled.class, tell::on, office::on, follow::on)
                .on(ScheduleCancelled.class, tell::on, office::on, follow::on)
                .on(Published.class, tell::on, office::on, follow::on)
                .on(Returned.class, tell::on, office::on, follow::on)
                .on(ReturnedToApprover.class, tell::on, follow::on)
                .on(Corrected.class, tell::on, office::on, follow::on)
                .on(Extended.class, tell::on, office::on, follow::on)
                .on(Replaced.class, tell::on, office::on, follow::on)
                .on(TakenDown.class, tell::on, office::on, follow::on)
                .on(Suspended.class, tell::on, office::on, follow::on)
                .on(Resumed.class, tell::on, office::on, follow::on)
                .on(RemovalHeld.class, tell::on, follow::on)
                .on(HoldReleased.class, tell::on, follow::on)
                .on(Removed.class, tell::on, office::on, follow::on)
                .on(StepOverdue.class, tell::on, follow::on)
                .build(codec, earlyEvents, traces, meters);
    }
}
