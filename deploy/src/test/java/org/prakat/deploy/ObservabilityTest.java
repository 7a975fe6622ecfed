package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profile observability: what an administrator sees of the containers that {@code deploy/smoke/run} starts, by the ways that they are told of. */
@EnabledIfSystemProperty(named = "prakat.smoke", matches = "http.*", disabledReason = "deploy/smoke/run plays it")
class ObservabilityTest {

    private static final String GATEWAY = System.getProperty("prakat.smoke", "");
    private static final String PASSWORD = System.getProperty("prakat.smoke.password", "");
    private static final String GRAFANA = System.getProperty("prakat.smoke.grafana", "");
    private static final String LOGS = System.getProperty("prakat.smoke.logs", "");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static Grafana grafana;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void readThePassword() throws IOException {
        grafana = new Grafana(GRAFANA, Files.readString(Project.DEPLOY.resolve("secrets/grafana")));
    }

    @Test
    void prometheusReadsEveryReplicaAndNoticesWhenAServiceIsGone() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Prometheus.targets())
                .allSatisfy(target -> assertThat(target.get("health").asString())
                        .as(target.toString())
                        .isEqualTo("up"))
                .map(target -> target.get("labels").get("service").asString())
                .containsAll(Project.SERVICES)
                .contains("jaeger", "victoria-logs"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Prometheus.rules()).isNotEmpty().allSatisfy(rule -> assertThat(
                                rule.get("health").asString())
                        .as(rule.toString())
                        .isEqualTo("ok")));

        Engine.stop("expiry-service");
        try {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(Prometheus.stateOf("ServiceGone"))
                    .isNotEqualTo("inactive"));
        } finally {
            Engine.scale("expiry-service", 1);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Prometheus.stateOf("ServiceGone"))
                .isEqualTo("inactive"));
    }

    @Test
    void grafanaLetsInWhoKnowsThePasswordAndReachesEverySource() throws Exception {
        assertThat(new Grafana(GRAFANA, "admin").statusOf("/api/datasources")).isEqualTo(401);

        assertThat(grafana.sources()).containsExactlyInAnyOrder("prometheus", "jaeger");
        for (String source : grafana.sources()) {
            assertThat(grafana.healthOf(source)).as(source).isEqualTo("OK");
        }
    }

    @Test
    void everyPanelHasSomethingToShowWhilePeopleWork() throws Exception {
        List<String> queries = grafana.panels().stream()
                .filter(panel -> panel.at("/datasource/uid").asString().equals("prometheus"))
                .flatMap(panel -> panel.get("targets").valueStream())
                .map(target -> target.get("expr").asString())
                .toList();
        assertThat(queries).hasSizeGreaterThan(15);

        try (Traffic traffic = new Traffic(1, GATEWAY, PASSWORD)) {
            for (String query : queries) {
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                                grafana.through("prometheus", "/api/v1/query?query=" + Grafana.encoded(query))
                                        .get("result"))
                        .as(query)
                        .isNotEmpty());
            }
            assertThat(traffic.end()).isNotEmpty();
        }
    }

    @Test
    void aSubmissionIsOneTraceOverTheGatewayTheServicesAndKafkaAndIsFoundByItsRequest() throws Exception {
        String id = publishedRequest();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(tracesAbout(id)).anySatisfy(trace -> assertThat(trace)
                .contains(
                        "gateway-service: http post /api/requests/**",
                        "request-service: http post /api/requests/{id}/submission",
                        "request-service: tell request.submitted.v1",
                        "approval-service: handle request.submitted.v1",
                        "expiry-service: handle request.submitted.v1")));
    }

    @Test
    void whatWasLoggedAboutARequestIsFoundByItsIdAndLeadsToItsTraces() throws Exception {
        String id = publishedRequest();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(linesAbout(id))
                .extracting(line -> line.get("service.name").asString())
                .contains("request-service", "approval-service", "publishing-service", "expiry-service"));
        Set<String> traces = linesAbout(id)
                .map(line -> line.path("trace_id").asString())
                .filter(trace -> !trace.isEmpty())
                .collect(Collectors.toSet());
        assertThat(traces).isNotEmpty();
        for (String trace : traces) {
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                            grafana.through("jaeger", "/api/traces/" + trace))
                    .isNotEmpty());
        }
    }

    @Test
    void tracesAndLinesOutliveTheirServers() throws Exception {
        String id = publishedRequest();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(tracesAbout(id)).isNotEmpty();
            assertThat(linesAbout(id)).isNotEmpty();
        });

        Engine.restart("jaeger");
        Engine.restart("victoria-logs");

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(tracesAbout(id)).isNotEmpty();
            assertThat(linesAbout(id)).isNotEmpty();
        });
    }

    /** The administrator's browser shows other pages, too. */
    @Test
    void noPageFromElsewhereMayReadWhatWasLogged() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(LOGS + "/select/logsql/query?query=*&limit=1"))
                        .header("Origin", "https://example.org")
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    /** Of each trace in which approval-service dealt with a request, who did what in it. */
    private static Stream<List<String>> tracesAbout(String id) throws IOException, InterruptedException {
        String tags = Grafana.encoded("{\"prakat.subject\":\"" + id + "\"}");
        return grafana.through("jaeger", "/api/traces?service=approval-service&tags=" + tags)
                .valueStream()
                .map(trace -> trace.get("spans")
                        .valueStream()
                        .map(span -> trace.get("processes")
                                        .get(span.get("processID").asString())
                                        .get("serviceName")
                                        .asString()
                                + ": " + span.get("operationName").asString())
                        .toList());
    }

    /** A line of JSON for each line. */
    private Stream<JsonNode> linesAbout(String id) throws IOException, InterruptedException {
        String query = Grafana.encoded("requestId:=\"" + id + "\"");
        return http.send(
                        HttpRequest.newBuilder(URI.create(LOGS + "/select/logsql/query?query=" + query))
                                .build(),
                        BodyHandlers.ofLines())
                .body()
                .map(JsonMapper.shared()::readTree);
    }

    private static String publishedRequest() throws Exception {
        return new Course(GATEWAY, PASSWORD, Course.Watch.NOBODY).run(false);
    }
}
