package org.prakat.gateway;

import org.prakat.common.config.AuditConfiguration;
import org.prakat.common.config.ClockConfiguration;
import org.prakat.common.config.MongoConfiguration;
import org.prakat.common.config.ServiceApplication;
import org.prakat.common.config.TracingConfiguration;
import org.prakat.common.messaging.ProducingConfiguration;
import org.prakat.common.security.MeasuresPort;
import org.prakat.common.web.WebConfiguration;
import org.prakat.gateway.config.GatewayConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts gateway-service. It tells events and consumes none. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    ClockConfiguration.class,
    MongoConfiguration.class,
    ProducingConfiguration.class,
    AuditConfiguration.class,
    WebConfiguration.class,
    MeasuresPort.class,
    TracingConfiguration.class,
    GatewayConfiguration.class
})
public class GatewayServiceApplication {

    public static final String NAME = "gateway-service";

    public static SpringApplication application() {
        return ServiceApplication.named(NAME, GatewayServiceApplication.class);
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
