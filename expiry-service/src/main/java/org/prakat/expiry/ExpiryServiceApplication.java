package org.prakat.expiry;

import org.prakat.common.config.PrakatService;
import org.prakat.common.config.ServiceApplication;
import org.prakat.expiry.config.ExpiryConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/** Starts expiry-service. */
@PrakatService
@Import(ExpiryConfiguration.class)
public class ExpiryServiceApplication {

    public static final String NAME = "expiry-service";

    public static SpringApplication application() {
        return ServiceApplication.named(NAME, ExpiryServiceApplication.class);
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
