package org.prakat.gateway.adapter.in.ui;

import java.time.InstantSource;
import org.prakat.gateway.application.port.Services;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The approver's pages: what waits for a decision, and the decision. */
@Configuration(proxyBeanMethods = false)
@Import(ApproverHome.class)
class ApproverPages {

    static final String LIST = "/staff/approvals";
    static final String ONE = LIST + "/{id}";

    @Bean
    ApproverApi approverApi(Services services) {
        return new ApproverApi(services);
    }

    @Bean
    TurnBackPage turnBackPage(ApproverApi approver) {
        return new TurnBackPage(approver);
    }

    @Bean
    ApprovalsController approvalsController(ApproverApi approver, InstantSource clock) {
        return new ApprovalsController(approver, clock);
    }

    @Bean
    DecisionController decisionController(
            ApproverApi approver, OfficerApi officer, Refusals refusals, InstantSource clock) {
        return new DecisionController(approver, officer, refusals, clock);
    }

    @Bean
    DecisionActionsController decisionActionsController(
            ApproverApi approver, TurnBackPage turnBack, Refusals refusals) {
        return new DecisionActionsController(approver, turnBack, refusals);
    }
}
