package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.standalone.demo.StaffClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What else an administrator is told to do with the containers that {@code deploy/smoke/run} starts. */
@EnabledIfSystemProperty(named = "prakat.smoke", matches = "http.*", disabledReason = "deploy/smoke/run plays it")
class InstallationTest {

    private static final String GATEWAY = System.getProperty("prakat.smoke", "");
    private static final String PASSWORD = System.getProperty("prakat.smoke.password", "");
    private static final String MAILS = System.getProperty("prakat.smoke.mails", "");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();

    /** Profile mail. */
    @Test
    void whoIsConcernedHasAMail() throws Exception {
        publishedRequest();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(JsonMapper.shared()
                        .readTree(get(MAILS + "/api/v1/messages?limit=100").body())
                        .get("messages")
                        .valueStream()
                        .flatMap(mail -> mail.get("To").valueStream())
                        .map(to -> to.get("Address").asString()))
                .contains("officer@example.go.th", "approver@example.go.th", "webmaster@example.go.th"));
    }

    /** Profile observability. */
    @Test
    void prometheusReadsEveryReplicaAndNoticesWhenAServiceIsGone() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        asked("targets?state=active").get("activeTargets").valueStream())
                .allSatisfy(target -> assertThat(target.get("health").asString())
                        .as(target.toString())
                        .isEqualTo("up"))
                .map(target -> target.get("labels").get("service").asString())
                .containsAll(Project.SERVICES));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rules()).isNotEmpty().allSatisfy(rule -> assertThat(
                                rule.get("health").asString())
                        .as(rule.toString())
                        .isEqualTo("ok")));

        Engine.stop("expiry-service");
        try {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(stateOf("ServiceGone")).isNotEqualTo("inactive"));
        } finally {
            Engine.scale("expiry-service", 1);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stateOf("ServiceGone")).isEqualTo("inactive"));
    }

    private static String stateOf(String alert) throws IOException, InterruptedException {
        return rules().filter(rule -> rule.get("name").asString().equals(alert))
                .findFirst()
                .orElseThrow()
                .get("state")
                .asString();
    }

    private static Stream<JsonNode> rules() throws IOException, InterruptedException {
        return asked("rules").get("groups").get(0).get("rules").valueStream();
    }

    private static JsonNode asked(String what) throws IOException, InterruptedException {
        String answer = Engine.inside("prometheus", "wget", "-q", "-O", "-", "http://localhost:9090/api/v1/" + what);
        return JsonMapper.shared().readTree(answer).get("data");
    }

    /** {@code deploy/backup.sh} while Prakat runs, and {@code deploy/restore.sh} when all volumes are gone. */
    @Test
    void aBackupBringsEverythingBack(@TempDir Path folder) throws Exception {
        String id = publishedRequest();
        List<Object> before = everythingOf(id);
        Map<String, Long> entries = verifiedEntries();

        Engine.backup(folder.resolve("backup"));
        String later = publishedRequest();
        Engine.loseEverythingAndRestore(folder.resolve("backup"));

        assertThat(everythingOf(id)).isEqualTo(before);
        assertThat(get(GATEWAY + "/items/" + later).statusCode()).isEqualTo(404);
        verifiedEntries().forEach((service, count) -> assertThat(count)
                .as("entries of the audit trail of " + service)
                .isGreaterThanOrEqualTo(entries.get(service)));
        assertThat(get(GATEWAY + "/items/" + publishedRequest()).statusCode()).isEqualTo(200);
    }

    private static Map<String, Long> verifiedEntries() throws Exception {
        StaffClient admin = signedIn("admin");
        Map<String, Long> entries = new HashMap<>();
        for (String service : Project.SERVICES) {
            JsonNode found = admin.get("/api/services/" + service + "/audit/verification")
                    .orFail()
                    .body();
            assertThat(found.hasNonNull("broken")).as(found.toString()).isFalse();
            entries.put(service, found.get("entries").asLong());
        }
        return entries;
    }

    /** What its owner reads, its page, and its file. */
    private List<Object> everythingOf(String id) throws Exception {
        StaffClient officer = signedIn("officer");
        HttpResponse<String> file = get(GATEWAY + "/items/" + id + "/files/1");
        return List.of(
                officer.get("/api/requests/" + id).orFail().body(),
                officer.get("/api/requests/" + id + "/timeline").orFail().body(),
                get(GATEWAY + "/items/" + id).body(),
                file.statusCode(),
                file.headers().firstValue("Content-Type").orElse(""),
                file.body());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    private static String publishedRequest() throws Exception {
        return new Course(GATEWAY, PASSWORD, Course.Watch.NOBODY).run(false);
    }

    private static StaffClient signedIn(String user) throws IOException, InterruptedException {
        StaffClient client = new StaffClient(GATEWAY);
        client.signIn(user, PASSWORD).orFail();
        return client;
    }
}
