package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the compose file promises: closed but for the gateway, no secret in it, nothing that moves by itself. */
class ComposeFileTest {

    private static final Logger log = LoggerFactory.getLogger(ComposeFileTest.class);
    private static final Map<String, String> FILLED_IN =
            Map.of("PRAKAT_FIRST_ADMINISTRATOR", "boss", "PRAKAT_OFFICE_NAME", "สำนักงาน");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\w+:-([^}]*)}");
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:(?!latest$)[\\w.-]*\\d[\\w.-]*(@sha256:\\w+)?");

    private static final Map<String, Yaml> SERVICES = new TreeMap<>();
    private static Yaml file;

    @BeforeAll
    static void read() throws IOException {
        file = Project.compose();
        file.at("services").keys().forEach(name -> SERVICES.put(name, file.at("services", name)));
    }

    @Test
    void dockerComposeTakesIt() throws Exception {
        assumeCompose();

        assertThat(Project.run(FILLED_IN, "docker", "compose", "--profile", "*", "config", "-q"))
                .isEqualTo(new Project.Answer(0, ""));
    }

    @Test
    void kafkaIsOpenedForOtherOfficesByAFileOfItsOwnAndBeyondThisMachineOnlyWhenTold() throws Exception {
        Yaml opened = Yaml.read(Project.DEPLOY.resolve("kafka/offices.yml")).get(0);

        assertThat(opened.at("services").keys()).containsExactly("kafka");
        assertThat(opened.at("services", "kafka", "ports").texts())
                .containsExactly("${PRAKAT_KAFKA_ADDRESS:-127.0.0.1}:${PRAKAT_KAFKA_PORT:-9094}:9094");
        assumeCompose();
        assertThat(Project.run(
                        FILLED_IN,
                        "docker",
                        "compose",
                        "-f",
                        "docker-compose.yml",
                        "-f",
                        "deploy/kafka/offices.yml",
                        "config",
                        "-q"))
                .isEqualTo(new Project.Answer(0, ""));
    }

    @Test
    void dockerComposeRefusesToStartWithoutTheRequiredSettings() throws Exception {
        assumeCompose();
        for (String setting : FILLED_IN.keySet()) {
            Map<String, String> blank = new HashMap<>(FILLED_IN);
            blank.put(setting, "");

            Project.Answer answer = Project.run(blank, "docker", "compose", "config", "-q");

            assertThat(answer.exit()).isNotZero();
            assertThat(answer.output()).contains(setting);
        }
    }

    private static void assumeCompose() throws InterruptedException {
        if (!Project.answers("docker", "compose", "version")) {
            String reason = "SKIPPED: docker compose is not here, so the compose file is checked by its rules only";
            log.error(reason);
            Assumptions.abort(reason);
        }
    }

    @Test
    void everyServiceOfPrakatRuns() {
        assertThat(SERVICES.keySet()).containsAll(Project.SERVICES);
    }

    @Test
    void everyImageIsPinned() {
        SERVICES.forEach((name, service) ->
                assertThat(withDefaults(service.at("image").text())).as(name).matches(PINNED));
    }

    private static String withDefaults(String text) {
        return VARIABLE.matcher(text).replaceAll("$1");
    }

    /** The image of VictoriaLogs holds nothing that could ask it: Prometheus does. */
    @Test
    void whatRunsOnHasAHealthCheckAndWhatRunsOnceHasNone() throws IOException {
        SERVICES.forEach((name, service) -> {
            boolean checked = service.at("healthcheck", "test").isThere();
            assertThat(checked).as(name).isEqualTo(!runsOnce(service) && !name.equals("victoria-logs"));
        });
        assertThat(Files.readString(Project.DEPLOY.resolve("observability/prometheus.yml")))
                .contains("- targets: [victoria-logs:9428]");
    }

    private static boolean runsOnce(Yaml service) {
        return service.at("restart").text().equals("no");
    }

    @Test
    void whoNeedsAnotherWaitsForItToBeHealthyOrDone() {
        SERVICES.forEach((name, service) -> service.at("depends_on").keys().forEach(other -> {
            String condition = service.at("depends_on", other, "condition").text();
            assertThat(condition)
                    .as(name + " on " + other)
                    .isEqualTo(runsOnce(SERVICES.get(other)) ? "service_completed_successfully" : "service_healthy");
        }));
    }

    @Test
    void onlyTheGatewayIsReachableFromOutside() {
        SERVICES.forEach((name, service) -> {
            List<String> ports = service.at("ports").texts();
            if (name.equals("gateway-service")) {
                assertThat(ports).hasSize(1);
            } else {
                assertThat(ports).as(name).allMatch(port -> port.startsWith("127.0.0.1:"));
            }
        });
    }

    @Test
    void nothingThatIsScaledHasANameOrAPortOfItsOwn() {
        SERVICES.forEach((name, service) -> {
            assertThat(service.at("container_name").isThere()).as(name).isFalse();
            assertThat(service.at("network_mode").isThere()).as(name).isFalse();
        });
        assertThat(SERVICES.get("gateway-service").at("ports").texts().get(0)).contains("${PRAKAT_PORT:-");
    }

    @Test
    void nothingIsTracedUntilSomebodySaysWhereTracesGoAndThatReachesEveryService() {
        Yaml tracing = file.at("x-tracing");
        assertThat(tracing.keys()).containsExactly("PRAKAT_TRACING_ENDPOINT", "PRAKAT_TRACING_PROBABILITY");
        Project.SERVICES.forEach(name -> {
            Yaml environment = SERVICES.get(name).at("environment");
            assertThat(environment.keys()).as(name).containsAll(tracing.keys());
            tracing.keys()
                    .forEach(key ->
                            assertThat(environment.at(key).isThere()).as(name).isFalse());
        });
    }

    @Test
    void logsGoNowhereElseUntilSomebodySaysWhereAndThatReachesEveryService() {
        assertThat(file.at("x-logs").keys()).containsExactly("PRAKAT_LOGS_ENDPOINT");
        Project.SERVICES.forEach(name -> {
            Yaml environment = SERVICES.get(name).at("environment");
            assertThat(environment.keys()).as(name).contains("PRAKAT_LOGS_ENDPOINT");
            assertThat(environment.at("PRAKAT_LOGS_ENDPOINT").isThere())
                    .as(name)
                    .isFalse();
        });
    }

    @Test
    void whatKeepsTracesAndLogsIsBoundedAndClosed() {
        for (String name : List.of("jaeger", "victoria-logs")) {
            Yaml store = SERVICES.get(name);

            assertThat(store.at("profiles").texts()).containsExactly("observability");
            assertThat(store.at("deploy", "resources", "limits", "memory").isThere())
                    .as(name)
                    .isTrue();
            assertThat(store.at("cap_drop").texts()).as(name).containsExactly("ALL");
            assertThat(store.at("read_only").text()).as(name).isEqualTo("true");
        }
        assertThat(SERVICES.get("jaeger").at("ports").isThere()).isFalse();
        assertThat(SERVICES.get("jaeger").at("networks").texts())
                .isNotEmpty()
                .allMatch(network ->
                        file.at("networks", network, "internal").text().equals("true"));
    }

    @Test
    void tracesAreKeptForAWeekAndLogsForTwoOnTheirVolumes() throws IOException {
        Yaml badger = Yaml.read(Project.DEPLOY.resolve("observability/jaeger.yml"))
                .get(0)
                .at("extensions", "jaeger_storage", "backends", "disk", "badger");
        assertThat(badger.at("ephemeral").text()).isEqualTo("false");
        assertThat(badger.at("ttl", "spans").text()).isEqualTo("168h");
        assertThat(badger.at("directories", "keys").text()).startsWith("/tmp/");
        assertThat(badger.at("directories", "values").text()).startsWith("/tmp/");
        assertThat(SERVICES.get("jaeger").at("volumes").texts()).contains("jaeger-data:/tmp");

        assertThat(SERVICES.get("victoria-logs").at("command").texts())
                .contains("-retentionPeriod=14d", "-storageDataPath=/victoria-logs-data", "-http.disableCORS");
        assertThat(SERVICES.get("victoria-logs").at("volumes").texts())
                .containsExactly("victoria-logs-data:/victoria-logs-data");
    }

    /** What .env.example says of where traces and logs go. */
    @Test
    void tracesAndLogsGoWhereSomebodyTakesThem() throws IOException {
        String example = Files.readString(Project.ROOT.resolve(".env.example"));

        for (String variable : List.of("PRAKAT_TRACING_ENDPOINT", "PRAKAT_LOGS_ENDPOINT")) {
            String address = example.replaceAll("(?s).*#" + variable + "=(\\S+).*", "$1");
            assertThat(SERVICES.get(URI.create(address).getHost())
                            .at("networks")
                            .texts())
                    .as(address)
                    .contains("calls");
        }
    }

    /** Neither the socket of the engine, nor what it keeps: whoever reads either reads everything. */
    @Test
    void nobodyReadsTheEngineOrItsFiles() {
        SERVICES.forEach((name, service) -> assertThat(service.at("volumes").texts())
                .as(name)
                .noneMatch(volume -> volume.startsWith("/") && volume.contains(":")));
    }

    @Test
    void databasesAndBrokersAreOnInternalNetworksOnly() {
        for (String server : List.of("kafka", "mongodb", "object-store", "expiry-service", "approval-service")) {
            assertThat(SERVICES.get(server).at("networks").texts())
                    .as(server)
                    .isNotEmpty()
                    .allMatch(network ->
                            file.at("networks", network, "internal").text().equals("true"));
        }
    }

    @Test
    void nobodyMayGainRights() {
        SERVICES.forEach((name, service) ->
                assertThat(service.at("security_opt").texts()).as(name).contains("no-new-privileges:true"));
        Project.SERVICES.forEach(name -> {
            assertThat(SERVICES.get(name).at("cap_drop").texts()).as(name).containsExactly("ALL");
            assertThat(SERVICES.get(name).at("read_only").text()).as(name).isEqualTo("true");
        });
    }

    @Test
    void noEnvironmentHoldsASecret() {
        Pattern secret = Pattern.compile("(?i).*(password|secret|signing|token).*");
        SERVICES.forEach((name, service) -> {
            Yaml environment = service.at("environment");
            environment.keys().stream()
                    .filter(key -> secret.matcher(key).matches())
                    .forEach(key -> assertThat(key).as(name).endsWith("_FILE"));
        });
    }

    @Test
    void eachSecretIsAFileAndIsGivenToThoseOnlyWhoNeedIt() {
        Map<String, Set<String>> holders = new TreeMap<>();
        SERVICES.forEach((name, service) -> service.at("secrets").items().forEach(secret -> {
            String source = secret.at("source").isThere() ? secret.at("source").text() : secret.text();
            holders.computeIfAbsent(source, any -> new HashSet<>()).add(name);
        }));

        assertThat(holders.keySet())
                .isEqualTo(Set.copyOf(file.at("secrets").keys()))
                .allMatch(secret -> file.at("secrets", secret, "file").text().equals("./deploy/secrets/" + secret));
        assertThat(holders.get("signing_keys")).containsExactly("gateway-service");
        assertThat(holders.get("kafka_offices")).containsExactly("kafka");
        for (String service : Project.SERVICES) {
            assertThat(holders.get("kafka_" + service)).containsExactlyInAnyOrder(service, "kafka-preparation");
            assertThat(holders.get("mongodb_" + service)).containsExactlyInAnyOrder(service, "mongodb-preparation");
        }
    }

    @Test
    void everyMountedFileIsThere() {
        List<Path> mounted = new ArrayList<>();
        SERVICES.values().forEach(service -> service.at("volumes").texts().stream()
                .filter(volume -> volume.startsWith("./"))
                .forEach(volume -> mounted.add(Project.ROOT.resolve(volume.split(":")[0]))));

        assertThat(mounted).isNotEmpty().allMatch(Files::exists);
    }

    @Test
    void everyVariableIsInTheExample() throws IOException {
        String example = Files.readString(Project.ROOT.resolve(".env.example"));
        String compose = Files.readString(Project.ROOT.resolve("docker-compose.yml"));
        Pattern used = Pattern.compile("(?<!\\$)\\$\\{(\\w+)");

        assertThat(used.matcher(compose).results().map(variable -> variable.group(1)))
                .isNotEmpty()
                .allMatch(variable -> example.contains(variable + "=") || variable.endsWith("_PORT"));
    }
}
