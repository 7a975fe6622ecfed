package org.prakat.common.config;

import java.util.Map;
import org.prakat.common.logs.SentLogs;
import org.springframework.boot.SpringApplication;

/** Starts a service under its own name, so that several can run in one JVM with a configuration file each. */
public final class ServiceApplication {

    private ServiceApplication() {}

    /**
     * The application of a service.
     *
     * @param name of the service and of its configuration: {@code request-service} reads {@code request-service.yml}
     */
    public static SpringApplication named(String name, Class<?> application) {
        SpringApplication service = new SpringApplication(application);
        service.setDefaultProperties(Map.of("spring.config.name", name, "spring.application.name", name));
        service.addListeners(new SentLogs());
        return service;
    }
}
