package org.prakat.common.web;

import java.time.InstantSource;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.messaging.EventSender;
import org.prakat.common.messaging.SendEventsAgain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What an administrator does with the events of a service over HTTP: its dead letters, and what it has sent. */
@Configuration(proxyBeanMethods = false)
@Import({DeadLetterController.class, SentEventsController.class})
public class EventOperations {

    @Bean
    SendEventsAgain sendEventsAgain(EventSender sender, AuditTrail trail, InstantSource clock) {
        return new SendEventsAgain(sender, trail, clock);
    }
}
