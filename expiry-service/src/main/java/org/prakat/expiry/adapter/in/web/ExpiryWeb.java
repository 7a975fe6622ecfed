package org.prakat.expiry.adapter.in.web;

import org.prakat.expiry.application.ReadDeadlines;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The controllers of this service. */
@Configuration(proxyBeanMethods = false)
public class ExpiryWeb {

    @Bean
    DeadlineController deadlineController(ReadDeadlines read) {
        return new DeadlineController(read);
    }
}
