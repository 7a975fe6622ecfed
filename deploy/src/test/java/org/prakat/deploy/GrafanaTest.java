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

        assertThat(SOURCES).containsOnlyKeys("prometheus", "jaeger");
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
        assertThat(panels("timeseries", "table")).isNotEmpty().allSatisfy(panel -> {
            String uid = panel.at("datasource", "uid").text();
            assertThat(SOURCES).containsKey(uid);
            assertThat(panel.at("datasource", "type").text())
                    .isEqualTo(SOURCES.get(uid).at("type").text());
        });
        assertThat(panels("timeseries", "table", "text"))
                .hasSameSizeAs(dashboard.at("panels").items())
                .extracting(panel -> panel.at("id").text())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatAnIdIsTypedInForIsAskedByIt() {
        assertThat(dashboard.at("templating", "list").items())
                .extracting(variable -> variable.at("name").text())
                .containsExactly("id", "service");

        Yaml traces = panels("table").get(0).at("targets").items().get(0);
        assertThat(traces.at("queryType").text()).isEqualTo("search");
        assertThat(traces.at("tags").text()).isEqualTo("prakat.subject=$id");
        assertThat(traces.at("service").text()).isEqualTo("$service");
        assertThat(List.of(dashboard
                        .at("templating", "list")
                        .items()
                        .get(1)
                        .at("query")
                        .text()
                        .split(",")))
                .containsExactlyInAnyOrderElementsOf(Project.SERVICES);
    }

    /** Where the browser reaches it: Grafana has no data source for it. */
    @Test
    void theDashboardLeadsToTheLogs() throws IOException {
        String port = Project.compose()
                .at("services", "victoria-logs", "ports")
                .texts()
                .get(0)
                .replaceAll(".*:-(\\d+).*", "$1");

        assertThat(panels("text").get(0).at("options", "content").text())
                .contains("(http://localhost:" + port + "/select/vmui/#/?")
                .contains("query=requestId%3A%3D${id}%20or%20eventId%3A%3D${id}%20or%20trace_id%3A%3D${id})")
                .contains("query=severity_text%3Ain%28ERROR%2CWARN%29)");
    }

    private static List<Yaml> panels(String... types) {
        return dashboard.at("panels").items().stream()
                .filter(panel -> List.of(types).contains(panel.at("type").text()))
                .toList();
    }
}
