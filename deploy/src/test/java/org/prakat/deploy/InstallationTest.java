package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.common.storage.FileType;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;
import org.prakat.testing.SampleFiles;
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

    /** Profile scan: a virus, also inside something else, and any file while nobody can tell. */
    @Test
    void whatTheScannerFindsIsRefusedAndEverythingWhileItIsAway(@TempDir Path folder) throws Exception {
        String attachments = "/api/requests/" + course().write() + "/attachments";
        byte[] clean = SampleFiles.docx("clean");
        attach(attachments, FileType.DOCX, clean).orFail();

        assertThat(refusal(attach(attachments, FileType.DOCX, Infected.docx(folder))))
                .isEqualTo("415 INFECTED");
        assertThat(refusal(attach(attachments, FileType.PDF, Infected.pdf()))).isEqualTo("415 INFECTED");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Prometheus.stateOf("VirusFound"))
                .isEqualTo("firing"));

        Engine.stop("clamd");
        try {
            assertThat(refusal(attach(attachments, FileType.DOCX, clean))).isEqualTo("503 SCAN_UNAVAILABLE");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(Prometheus.stateOf("ScannerSilent"))
                    .isEqualTo("firing"));
        } finally {
            Engine.scale("clamd", 1);
        }
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        attach(attachments, FileType.DOCX, clean).status())
                .isLessThan(400));
    }

    private static Answer attach(String attachments, FileType type, byte[] content) throws Exception {
        return signedIn("officer")
                .upload(attachments, "file." + type.extension(), type.mediaType(), BodyPublishers.ofByteArray(content));
    }

    private static String refusal(Answer answer) {
        return answer.status() + " " + answer.text("code");
    }

    /** For which the image must bring the libraries by which Java sets type. */
    @Test
    void theOfficialFormIsMadeAsPdf() throws Exception {
        String form = "/staff/requests/" + publishedRequest() + "/form.pdf";

        assertThat(signedIn("officer").get(form).status()).isEqualTo(200);
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
        return course().run(false);
    }

    private static Course course() throws IOException, InterruptedException {
        return new Course(GATEWAY, PASSWORD, Course.Watch.NOBODY);
    }

    private static StaffClient signedIn(String user) throws IOException, InterruptedException {
        StaffClient client = new StaffClient(GATEWAY);
        client.signIn(user, PASSWORD).orFail();
        return client;
    }
}
