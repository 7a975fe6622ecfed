package org.prakat.common.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** What every service's web side has in common. */
@Configuration(proxyBeanMethods = false)
@Import(ProblemAdvice.class)
public class WebConfiguration {

    private static final String READ_BUFFER = Integer.toString(32 * 1024);

    /**
     * Names a bundle of texts for the codes of a service.
     *
     * @param name of the resource bundle, for example {@code org.prakat.request.problems}
     */
    public record ProblemTexts(String name) {}

    @Bean
    Problems problems(ObjectProvider<ProblemTexts> texts) {
        List<String> bundles = new ArrayList<>();
        texts.orderedStream().map(ProblemTexts::name).forEach(bundles::add);
        bundles.add("org.prakat.common.web.problems");
        bundles.add("org.prakat.common.web.files");
        return new Problems(bundles);
    }

    @Bean
    ProblemWriter problemWriter(Problems problems, JsonMapper json) {
        return new ProblemWriter(problems, json);
    }

    @Bean
    JsonSizeLimit jsonSizeLimit(@Value("${prakat.web.max-json-size:256KB}") DataSize most, ProblemWriter problems) {
        return new JsonSizeLimit(most, problems);
    }

    @Bean
    AboutRequest aboutRequest() {
        return new AboutRequest();
    }

    @Bean
    OutageFilter outageFilter(ProblemWriter problems) {
        return new OutageFilter(problems);
    }

    @Bean
    Farewell farewell(@Value("${prakat.web.farewell:0s}") Duration time) {
        return new Farewell(time);
    }

    /** Files come in in larger pieces than usual: each read costs the same whatever its size. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> largerReads() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appReadBufSize", READ_BUFFER));
    }

    /** The calls themselves are observed; every single filter of the security chain need not be. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
