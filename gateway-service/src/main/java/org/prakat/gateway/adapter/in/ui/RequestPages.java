package org.prakat.gateway.adapter.in.ui;

import java.time.InstantSource;
import org.prakat.gateway.application.port.Services;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The officer's pages: one's requests, and the form. */
@Configuration(proxyBeanMethods = false)
class RequestPages {

    static final String LIST = "/staff/requests";
    static final String ONE = LIST + "/{id}";

    @Bean
    OfficerApi officerApi(Services services) {
        return new OfficerApi(services);
    }

    @Bean
    RequestsController requestsController(OfficerApi officer) {
        return new RequestsController(officer);
    }

    @Bean
    OfficialFormController officialFormController(OfficerApi officer, MessageSource texts) {
        return new OfficialFormController(officer, texts);
    }

    @Bean
    FormController formController(OfficerApi officer, Refusals refusals, InstantSource clock) {
        return new FormController(officer, refusals, clock);
    }

    @Bean
    AutosaveController autosaveController(
            OfficerApi officer, Refusals refusals, MessageSource texts, InstantSource clock) {
        return new AutosaveController(officer, refusals, texts, clock);
    }

    @Bean
    RevisionsController revisionsController(OfficerApi officer) {
        return new RevisionsController(officer);
    }

    @Bean
    FilesController filesController(OfficerApi officer, InstantSource clock) {
        return new FilesController(officer, clock);
    }

    @Bean
    RequestActionsController requestActionsController(OfficerApi officer) {
        return new RequestActionsController(officer);
    }
}
