package org.prakat.approval;

import org.prakat.approval.config.ApprovalConfiguration;
import org.prakat.common.config.PrakatService;
import org.prakat.common.config.ServiceApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Import;

/** Starts approval-service. */
@PrakatService
@Import(ApprovalConfiguration.class)
public class ApprovalServiceApplication {

    public static final String NAME = "approval-service";

    public static SpringApplication application() {
        return ServiceApplication.named(NAME, ApprovalServiceApplication.class);
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
