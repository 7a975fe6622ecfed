package org.prakat.approval.adapter.in.web;

import org.prakat.approval.application.DecideCase;
import org.prakat.approval.application.ReadCases;
import org.prakat.common.storage.ObjectStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The controllers of this service. */
@Configuration(proxyBeanMethods = false)
public class ApprovalWeb {

    @Bean
    ApprovalController approvalController(ReadCases read, DecideCase decide, ObjectStore store) {
        return new ApprovalController(read, decide, store);
    }
}
