package org.prakat.gateway.adapter.in.ui;

import java.time.InstantSource;
import org.prakat.common.audit.AuditDesk;
import org.prakat.gateway.application.port.Services;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The auditor's pages. */
@Configuration(proxyBeanMethods = false)
@Import(AuditorHome.class)
class AuditPages {

    @Bean
    AuditTrails auditTrails(Services services, AuditDesk own, Refusals refusals) {
        return new AuditTrails(services, own, refusals);
    }

    @Bean
    AuditTrailController auditTrailController(AuditTrails trails, Refusals refusals) {
        return new AuditTrailController(trails, refusals);
    }

    @Bean
    RegistersController registersController(Services services, InstantSource clock) {
        return new RegistersController(services, clock);
    }
}
