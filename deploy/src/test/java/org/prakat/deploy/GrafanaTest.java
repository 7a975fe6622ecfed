package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Grafana finds when it starts: where it asks, what it shows, and how one leads to the other. */
class GrafanaTest {

    private static final Path OBSERVABILITY = Project.DEPLOY.resolve("observability");
    private static final Map<String, Yaml> SOURCES = new TreeMap<>();
    private static Yaml dashboard;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.list(OBSERVABILITY.resolve("grafana/datasources"))) {
            for (Path file : files.toList()) {
                Yaml source = Yaml.read(file).get(0).at("datasources").items().get(0);
                SOURCES.put(source.at("uid").text(), source);
            }
        }
        // JSON is YAML, too.
        dashboard = Yaml.read(OBSERVABILITY.resolve("grafana/dashboards/prakat.json"))
                .get(0);
    }

    @Test
    void itAsksServersOfTheComposeFileWhichItSharesANetworkWithAndWaitsFor() throws IOException {
        Yaml services = Project.compose().at("services");
        List<String> networks = services.at("grafana", "networks").texts();

        assertThat(SOURCES).containsOnlyKeys("prometheus", "tempo", "loki");
        SOURCES.values().forEach(source -> {
            String host = URI.create(source.at("url").text()).getHost();
            assertThat(services.at(host, "networks").texts()).as(host).containsAnyElementsOf(networks);
            assertThat(services.at("grafana", "depends_on", host).isThere())
                    .as(host)
                    .isTrue();
        });
    }

    @Test
    void everyPanelAsksASourceThatThereIs() {
        assertThat(dashboard.at("panels").items()).isNotEmpty().allSatisfy(panel -> {
            String uid = panel.at("datasource", "uid").text();
            assertThat(SOURCES).containsKey(uid);
            assertThat(panel.at("datasource", "type").text())
                    .isEqualTo(SOURCES.get(uid).at("type").text());
        });
        assertThat(dashboard.at("panels").items())
                .extracting(panel -> panel.at("id").text())
                .doesNotHaveDuplicates();
    }

    @Test
    void aLineLeadsToItsTraceAndATraceToTheLinesOfAllServices() {
        Yaml toTrace =
                SOURCES.get("loki").at("jsonData", "derivedFields").items().get(0);
        Yaml toLines = SOURCES.get("tempo").at("jsonData", "tracesToLogsV2");

        assertThat(toTrace.at("datasourceUid").text()).isEqualTo("tempo");
        assertThat(toTrace.at("matcherType").text()).isEqualTo("label");
        assertThat(toTrace.at("matcherRegex").text()).isEqualTo("trace_id");
        assertThat(toLines.at("datasourceUid").text()).isEqualTo("loki");
        assertThat(toLines.at("query").text()).isEqualTo("{service_name=~\".+\"} | trace_id=\"$${__trace.traceId}\"");
    }

    @Test
    void theDashboardFindsErrorsByServiceAndWhatIsAboutOneId() {
        List<String> asked = dashboard.at("panels").items().stream()
                .filter(panel -> panel.at("datasource", "uid").text().equals("loki"))
                .map(panel -> panel.at("targets").items().get(0).at("expr").text())
                .toList();

        assertThat(asked)
                .anyMatch(query -> query.startsWith("sum by (service_name") && query.contains("ERROR"))
                .anyMatch(query -> query.contains("requestId=`$id` or eventId=`$id` or trace_id=`$id`"));
        assertThat(dashboard.at("templating", "list").items())
                .extracting(variable -> variable.at("name").text())
                .containsExactly("service", "id");
    }

    @Test
    void lokiKeepsLogsForTwoWeeksUnderOneLabelAndTellsNobody() throws IOException {
        Yaml loki = Yaml.read(OBSERVABILITY.resolve("loki.yml")).get(0);

        assertThat(loki.at("limits_config", "retention_period").text()).isEqualTo("336h");
        assertThat(loki.at("compactor", "retention_enabled").text()).isEqualTo("true");
        assertThat(loki.at("compactor", "delete_request_store").text()).isEqualTo("filesystem");
        assertThat(loki.at("distributor", "otlp_config", "default_resource_attributes_as_index_labels")
                        .texts())
                .containsExactly("service.name");
        assertThat(loki.at("analytics", "reporting_enabled").text()).isEqualTo("false");
    }
}
