package org.prakat.gateway.adapter.in.ui;

import java.time.InstantSource;
import org.prakat.gateway.application.port.Services;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The webmaster's pages: what is to be published, and what stands on the site. */
@Configuration(proxyBeanMethods = false)
@Import(WebmasterHome.class)
class WebmasterPages {

    static final String LIST = "/staff/publications";
    static final String ONE = LIST + "/{id}";

    @Bean
    WebmasterApi webmasterApi(Services services) {
        return new WebmasterApi(services);
    }

    @Bean
    PublicationsController publicationsController(WebmasterApi webmaster, OfficerApi officer, InstantSource clock) {
        return new PublicationsController(webmaster, officer, clock);
    }

    @Bean
    PublishController publishController(
            WebmasterApi webmaster, OfficerApi officer, TurnBackPage turnBack, Refusals refusals, InstantSource clock) {
        return new PublishController(webmaster, officer, turnBack, refusals, clock);
    }

    @Bean
    PreviewController previewController(WebmasterApi webmaster) {
        return new PreviewController(webmaster);
    }

    @Bean
    UpkeepController upkeepController(WebmasterApi webmaster) {
        return new UpkeepController(webmaster);
    }

    @Bean
    AmendmentController amendmentController(
            WebmasterApi webmaster, OfficerApi officer, TurnBackPage turnBack, InstantSource clock) {
        return new AmendmentController(webmaster, officer, turnBack, clock);
    }
}
