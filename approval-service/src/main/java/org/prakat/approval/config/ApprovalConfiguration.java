package org.prakat.approval.config;

import java.time.InstantSource;
import org.prakat.approval.adapter.in.messaging.ApprovalEventHandlers;
import org.prakat.approval.adapter.in.web.ApprovalWeb;
import org.prakat.approval.adapter.out.mongo.MongoApprovalCases;
import org.prakat.approval.application.Appointments;
import org.prakat.approval.application.DecideCase;
import org.prakat.approval.application.OpenCase;
import org.prakat.approval.application.ReadCases;
import org.prakat.approval.application.port.ApprovalCases;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.common.reference.ReferenceConfiguration;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.storage.StorageConfiguration;
import org.prakat.common.web.WebConfiguration.ProblemTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of approval-service. */
@Configuration(proxyBeanMethods = false)
@Import({StorageConfiguration.class, ReferenceConfiguration.class, ApprovalEventHandlers.class, ApprovalWeb.class})
public class ApprovalConfiguration {

    @Bean
    ProblemTexts problemTexts() {
        return new ProblemTexts("org.prakat.approval.problems");
    }

    @Bean
    ApprovalCases approvalCases(AggregateStorage storage) {
        return new MongoApprovalCases(storage);
    }

    @Bean
    Appointments appointments(ReferenceData reference, InstantSource clock) {
        return new Appointments(reference, clock);
    }

    @Bean
    OpenCase openCase(ApprovalCases cases, InstantSource clock) {
        return new OpenCase(cases, clock);
    }

    @Bean
    ReadCases readCases(ApprovalCases cases, ReferenceData reference, Appointments appointments, InstantSource clock) {
        return new ReadCases(cases, reference, appointments, clock);
    }

    @Bean
    DecideCase decideCase(
            ApprovalCases cases, ReferenceData reference, Appointments appointments, InstantSource clock) {
        return new DecideCase(cases, reference, appointments, clock);
    }
}
