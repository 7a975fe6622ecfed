package org.prakat.publishing;

import org.prakat.common.config.PrakatService;
import org.prakat.common.config.ServiceApplication;
import org.prakat.publishing.config.PublishingConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/** Starts publishing-service. */
@PrakatService
@Import(PublishingConfiguration.class)
public class PublishingServiceApplication {

    public static final String NAME = "publishing-service";

    public static SpringApplication application() {
        return ServiceApplication.named(NAME, PublishingServiceApplication.class);
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
