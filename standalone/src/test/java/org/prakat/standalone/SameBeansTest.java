package org.prakat.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.prakat.approval.ApprovalServiceApplication;
import org.prakat.expiry.ExpiryServiceApplication;
import org.prakat.publishing.PublishingServiceApplication;
import org.prakat.request.RequestServiceApplication;
import org.prakat.testing.BackingServers;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * All services share one class path here, so each sees the libraries of the others. None may get a bean of a library that it
 * does not use itself.
 */
class SameBeansTest {

    static Stream<Arguments> services() {
        return Stream.of(
                Arguments.of(RequestServiceApplication.application(), List.of("thymeleaf", "gateway", "cloud.client")),
                Arguments.of(
                        ApprovalServiceApplication.application(),
                        List.of("thymeleaf", "gateway", "cloud.client", "mail")),
                Arguments.of(PublishingServiceApplication.application(), List.of("gateway", "cloud.client", "mail")),
                Arguments.of(
                        ExpiryServiceApplication.application(),
                        List.of("thymeleaf", "gateway", "cloud.client", "mail")));
    }

    @ParameterizedTest
    @MethodSource
    void services(SpringApplication application, List<String> foreign) {
        application.setLazyInitialization(true);
        BackingServers servers = BackingServers.get();
        String[] arguments = servers.settings("same-beans").entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--server.port=0";
        all[arguments.length + 1] = "--prakat.security.verification-keys={\"keys\":[]}";
        try (ConfigurableApplicationContext context = application.run(all)) {
            List<String> names = Arrays.stream(context.getBeanDefinitionNames())
                    .filter(name -> name.startsWith("org.springframework"))
                    .toList();
            assertThat(names).as("nobody said where traces go").noneMatch(name -> name.contains(".tracing."));
            assertThat(names).noneMatch(name -> foreign.stream().anyMatch(name.toLowerCase(Locale.ROOT)::contains));
        }
    }
}
