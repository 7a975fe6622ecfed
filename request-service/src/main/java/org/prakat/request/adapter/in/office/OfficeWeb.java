package org.prakat.request.adapter.in.office;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.prakat.common.security.OfficePaths;
import org.prakat.common.security.PublicPaths;
import org.prakat.common.web.Problems;
import org.prakat.request.application.HandIn;
import org.prakat.request.application.KeepUpload;
import org.prakat.request.application.KeepWebhook;
import org.prakat.request.application.ReadOutcomes;
import org.prakat.request.application.ResumeUpload;
import org.prakat.request.application.port.OutcomeText;
import org.springdoc.core.models.GroupedOpenApi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What other offices call. */
@Configuration(proxyBeanMethods = false)
public class OfficeWeb {

    @Bean
    OfficePaths officePaths() {
        return new OfficePaths(List.of(
                "/api/events",
                "/api/events/stream",
                "/api/uploads",
                "/api/uploads/*",
                "/api/webhook",
                "/api/webhook/**"));
    }

    /** What the offices' tools read; it holds no secret. */
    @Bean
    PublicPaths contractPaths() {
        return new PublicPaths(List.of(ContractController.PATH + "/**", "/openapi/offices"));
    }

    @Bean
    ContractController contractController() {
        return new ContractController();
    }

    @Bean
    GroupedOpenApi officeCalls(OfficePaths paths) {
        return GroupedOpenApi.builder()
                .group("offices")
                .pathsToMatch(paths.patterns().toArray(String[]::new))
                .build();
    }

    @Bean
    OutcomeText outcomeText(JsonMapper json) {
        return new OutcomeJson(json);
    }

    @Bean
    ResumableUploadController resumableUploadController(ResumeUpload uploads, Problems problems) {
        return new ResumableUploadController(uploads, problems);
    }

    @Bean
    WebhookController webhookController(KeepWebhook webhooks) {
        return new WebhookController(webhooks);
    }

    @Bean
    OutcomeStreams outcomeStreams(
            ReadOutcomes outcomes, JsonMapper json, @Value("${prakat.offices.stream-interval:1s}") Duration interval) {
        return new OutcomeStreams(outcomes, json, interval);
    }

    @Bean
    OfficeController officeController(
            HandIn handIn,
            KeepUpload uploads,
            ReadOutcomes outcomes,
            OutcomeStreams streams,
            Problems problems,
            InstantSource clock) {
        EventReader reader = new EventReader();
        return new OfficeController(
                reader, new EventIntake(handIn, reader, clock), uploads, outcomes, streams, problems);
    }
}
