package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The manifests for Kubernetes, as they are and as kustomize puts them together. */
class KubernetesTest {

    private static final Logger log = LoggerFactory.getLogger(KubernetesTest.class);
    private static final Path MANIFESTS = Project.DEPLOY.resolve("kubernetes");

    @TempDir
    Path folder;

    @Test
    void everyFileIsAManifest() throws IOException {
        try (Stream<Path> all = Files.walk(MANIFESTS)) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(".yaml")).toList();

            assertThat(files).hasSizeGreaterThan(10);
            for (Path file : files) {
                assertThat(Yaml.read(file))
                        .as(file.toString())
                        .isNotEmpty()
                        .allMatch(manifest -> manifest.at("apiVersion").isThere()
                                && manifest.at("kind").isThere());
            }
        }
    }

    @Test
    void everyServiceIsWatchedBoundedAndConfined() throws Exception {
        List<Yaml> deployments = ofKind("Deployment", rendered("base"));

        assertThat(names(deployments)).containsExactlyInAnyOrderElementsOf(Project.SERVICES);
        for (Yaml deployment : deployments) {
            Yaml pod = deployment.at("spec", "template", "spec");
            Yaml container = pod.at("containers").items().get(0);
            assertThat(container.at("image").text())
                    .startsWith("prakat/" + name(deployment) + ":")
                    .doesNotEndWith("latest");
            for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                assertThat(container.at(probe, "httpGet", "path").text()).startsWith("/actuator/health/");
            }
            assertThat(container.at("resources", "requests").keys()).contains("cpu", "memory");
            assertThat(container.at("resources", "limits").keys()).contains("memory");
            assertThat(container.at("securityContext", "readOnlyRootFilesystem").text())
                    .isEqualTo("true");
            assertThat(container.at("securityContext", "capabilities", "drop").texts())
                    .containsExactly("ALL");
            assertThat(pod.at("securityContext", "runAsNonRoot").text()).isEqualTo("true");
            assertThat(pod.at("automountServiceAccountToken").text()).isEqualTo("false");
            assertThat(pod.at("volumes")
                            .items()
                            .get(0)
                            .at("secret", "secretName")
                            .text())
                    .isEqualTo(name(deployment) + "-secrets");
        }
    }

    @Test
    void everyServiceCanBeCalledAndKeepsOneReplicaWhenNodesAreEmptied() throws Exception {
        List<Yaml> base = rendered("base");
        for (String kind : List.of("Service", "PodDisruptionBudget")) {
            List<Yaml> manifests = ofKind(kind, base);
            assertThat(names(manifests)).containsExactlyInAnyOrderElementsOf(Project.SERVICES);
            for (Yaml manifest : manifests) {
                Yaml selector = kind.equals("Service")
                        ? manifest.at("spec", "selector")
                        : manifest.at("spec", "selector", "matchLabels");
                assertThat(selector.at("app.kubernetes.io/name").text()).isEqualTo(name(manifest));
            }
        }
    }

    @Test
    void onlyTheGatewayHasAWayInAndEverythingElseIsClosed() throws Exception {
        List<Yaml> base = rendered("base");

        assertThat(names(ofKind("Ingress", base))).containsExactly("gateway-service");
        assertThat(ofKind("Service", base))
                .allMatch(service -> !service.at("spec", "type").isThere());
        assertThat(names(ofKind("NetworkPolicy", base))).contains("closed-by-default");
    }

    @Test
    void theServicesGetTheSameEnvironmentAsFromCompose() throws Exception {
        Yaml compose = Project.compose();
        Yaml given = ofKind("ConfigMap", rendered("base")).get(0).at("data");

        for (String shared : List.of("x-environment", "x-files")) {
            for (String key : compose.at(shared).keys()) {
                if (!key.equals("SPRING_CONFIG_IMPORT")) {
                    assertThat(given.at(key).text())
                            .isEqualTo(compose.at(shared, key).text().replace("$$", "$"));
                }
            }
        }
    }

    @Test
    void everyServiceIsToldWhereTracesAndLogsGoIfAnywhere() throws Exception {
        for (Yaml deployment : ofKind("Deployment", rendered("base"))) {
            Yaml container = deployment
                    .at("spec", "template", "spec", "containers")
                    .items()
                    .get(0);
            List<Yaml> optional = container.at("envFrom").items().stream()
                    .map(map -> map.at("configMapRef"))
                    .filter(map -> map.at("optional").text().equals("true"))
                    .toList();
            assertThat(optional)
                    .extracting(map -> map.at("name").text())
                    .as(name(deployment))
                    .contains("tracing", "logs");
        }
    }

    @Test
    void eachServiceIsScaledByWhatWaitsOnTheTopicsThatItReads() throws Exception {
        List<Yaml> scaled = ofKind("ScaledObject", rendered("keda"));

        assertThat(names(scaled)).containsExactlyInAnyOrderElementsOf(Project.SERVICES);
        for (Yaml manifest : scaled) {
            List<Yaml> lags = manifest.at("spec", "triggers").items().stream()
                    .filter(trigger -> trigger.at("type").text().equals("kafka"))
                    .toList();
            assertThat(lags)
                    .allMatch(trigger ->
                            trigger.at("metadata", "consumerGroup").text().equals(name(manifest)));
            assertThat(lags)
                    .extracting(trigger -> trigger.at("metadata", "topic").text())
                    .containsExactlyInAnyOrderElementsOf(KafkaRightsTest.topicsRead(name(manifest)));
        }
    }

    /** Runs the script with a kubectl that keeps what it is told instead of telling a cluster. */
    @Test
    void eachServiceGetsTheSameSecretsAsFromCompose() throws Exception {
        Path kubectl = Files.writeString(
                folder.resolve("kubectl"), "#!/bin/bash\nif [ \"$1\" = create ]; then echo \"$*\" >> \"$TOLD\"; fi\n");
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
        Path told = folder.resolve("told");
        Map<String, String> environment = Map.of("PATH", folder + ":" + System.getenv("PATH"), "TOLD", told.toString());

        Project.Answer answer = Project.run(environment, "bash", "deploy/kubernetes/make-secrets.sh");

        assertThat(answer.exit()).as(answer.output()).isZero();
        List<String> commands = Files.readAllLines(told);
        for (String service : Project.SERVICES) {
            String command = commands.stream()
                    .filter(line -> line.contains(" " + service + "-secrets "))
                    .findFirst()
                    .orElseThrow();
            List<String> wanted = new ArrayList<>();
            for (Yaml secret :
                    Project.compose().at("services", service, "secrets").items()) {
                wanted.add(secret.at("target").text() + "=deploy/kubernetes/../secrets/"
                        + secret.at("source").text());
            }
            assertThat(Stream.of(command.split(" "))
                            .filter(word -> word.startsWith("--from-file="))
                            .map(word -> word.substring("--from-file=".length())))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    private List<Yaml> rendered(String overlay) throws IOException, InterruptedException {
        if (!Project.answers("kubectl", "kustomize", "--help")) {
            String reason = "SKIPPED: kubectl is not here, so the manifests are not put together";
            log.error(reason);
            Assumptions.abort(reason);
        }
        Path output = folder.resolve(overlay + ".yaml");
        Project.Answer answer = Project.run(
                Map.of(), "kubectl", "kustomize", MANIFESTS.resolve(overlay).toString(), "--output", output.toString());
        assertThat(answer.exit()).as(answer.output()).isZero();
        return Yaml.read(output);
    }

    private static List<Yaml> ofKind(String kind, List<Yaml> manifests) {
        return manifests.stream()
                .filter(manifest -> manifest.at("kind").text().equals(kind))
                .toList();
    }

    private static List<String> names(List<Yaml> manifests) {
        return manifests.stream().map(KubernetesTest::name).toList();
    }

    private static String name(Yaml manifest) {
        return manifest.at("metadata", "name").text();
    }
}
