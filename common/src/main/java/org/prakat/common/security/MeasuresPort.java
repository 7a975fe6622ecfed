package org.prakat.common.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets Prometheus read the measures without signing in, where {@code management.server.port} gives them a port of their own: the
 * operator lets nobody else come near that port. On the port of the service they stay the administrator's.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
public class MeasuresPort {

    private static final String MEASURES = "/actuator/prometheus";

    @Bean
    @Order(0)
    SecurityFilterChain measuresChain(HttpSecurity http, @Value("${management.server.port}") int port)
            throws Exception {
        return http.securityMatcher(
                        request -> request.getLocalPort() == port && MEASURES.equals(request.getRequestURI()))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .build();
    }
}
