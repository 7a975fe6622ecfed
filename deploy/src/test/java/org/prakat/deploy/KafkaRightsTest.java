package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.prakat.common.event.Topic;

/** The rights on Kafka are what the code needs, and no more. */
class KafkaRightsTest {

    private static final List<String> SERVICES = Project.SERVICES;
    private static final String OFFICES = "office.*";

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceWritesToItsOwnTopics(String service) throws IOException {
        assertThat(topics(service + ".writes"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .filter(topic -> topic.producer().equals(service))
                        .map(Topic::topicName)
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceReadsWhatItIsConfiguredFor(String service) throws IOException {
        Yaml subscribed =
                configuration(service).at("spring", "cloud", "stream", "bindings", "events-in-0", "destination");

        assertThat(topicsRead(service)).containsExactlyInAnyOrderElementsOf(listed(subscribed));
    }

    @Test
    void theGatewayFollowsWhatItIsConfiguredForAndNobodyElseFollowsAnything() throws IOException {
        Yaml followed = configuration("gateway-service").at("prakat", "gateway", "live", "topics");

        assertThat(topics("gateway-service.follows")).containsExactlyInAnyOrderElementsOf(listed(followed));
        for (String service : SERVICES) {
            assertThat(service.equals("gateway-service")
                            || topics(service + ".follows").isEmpty())
                    .as(service)
                    .isTrue();
        }
    }

    private static Yaml configuration(String service) throws IOException {
        return Yaml.read(Project.ROOT
                        .resolve(service)
                        .resolve("src/main/resources")
                        .resolve(service + ".yml"))
                .get(0);
    }

    private static List<String> listed(Yaml topics) {
        return topics.isThere() ? List.of(topics.text().split(",")) : List.of();
    }

    @Test
    void onlyTheServiceThatDealsWithOtherOfficesReachesTheirTopics() throws IOException {
        Properties rights = rights();

        assertThat(rights.stringPropertyNames().stream()
                        .filter(key -> rights.getProperty(key).contains(OFFICES)))
                .containsExactlyInAnyOrder("request-service.writes", "request-service.reads");
    }

    /** Those of the house. */
    static List<String> topicsRead(String service) throws IOException {
        return topics(service + ".reads");
    }

    private static List<String> topics(String key) throws IOException {
        return Arrays.stream(rights().getProperty(key, "").split(","))
                .filter(topic -> !topic.isEmpty() && !topic.equals(OFFICES))
                .toList();
    }

    private static Properties rights() throws IOException {
        Properties rights = new Properties();
        try (Reader reader = Files.newBufferedReader(Project.DEPLOY.resolve("kafka/rights.properties"))) {
            rights.load(reader);
        }
        return rights;
    }
}
