package org.prakat.common.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.prakat.common.messaging.ConsumingConfiguration;
import org.prakat.common.messaging.ProducingConfiguration;
import org.prakat.common.security.MeasuresPort;
import org.prakat.common.security.ServiceSecurity;
import org.prakat.common.web.EventOperations;
import org.prakat.common.web.WebConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Marks the application class of a service that takes part in the exchange of events: own database, outbox, consumers, dead
 * letters, security, problem details. There is no component scan: a service names its beans in its {@code config} package,
 * so that it has the same ones alone and in the standalone system.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    ClockConfiguration.class,
    MongoConfiguration.class,
    ProducingConfiguration.class,
    ConsumingConfiguration.class,
    AuditConfiguration.class,
    TracingConfiguration.class,
    ServiceSecurity.class,
    MeasuresPort.class,
    WebConfiguration.class,
    EventOperations.class
})
public @interface PrakatService {}
