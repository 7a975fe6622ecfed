package org.prakat.request;

import org.prakat.common.config.PrakatService;
import org.prakat.common.config.ServiceApplication;
import org.prakat.request.config.RequestConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/** Starts request-service. */
@PrakatService
@Import(RequestConfiguration.class)
public class RequestServiceApplication {

    public static final String NAME = "request-service";

    public static SpringApplication application() {
        return ServiceApplication.named(NAME, RequestServiceApplication.class);
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
