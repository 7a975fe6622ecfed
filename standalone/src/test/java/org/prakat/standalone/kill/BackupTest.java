package org.prakat.standalone.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.embedded.EmbeddedMongo;
import org.prakat.standalone.VerifyAudit;
import org.prakat.testing.SampleFiles;

/** {@code ./prakat backup} and {@code ./prakat restore}: what was acknowledged before the backup is there after it. */
class BackupTest {

    private static final Path SCRIPT = Path.of("..", "prakat").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int AT_WORK = 4;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void aSystemIsRestoredWithEveryDocumentFileAndPage() throws Exception {
        Path data = folder.resolve("data");
        Path restored = folder.resolve("restored");
        Path archive = folder.resolve("backup.tar");
        String published;
        String page;
        try (KillableSystem system = new KillableSystem(data)) {
            published = publish(system, 1);
            page = get(system, "/items/" + published);
        }
        run("backup", "--data=" + data, "--to=" + archive);
        run("restore", "--data=" + restored, "--from=" + archive);

        assertThat(documents(restored)).isNotEmpty().isEqualTo(documents(data));
        assertThat(files(restored)).isNotEmpty().isEqualTo(files(data));
        try (KillableSystem system = new KillableSystem(restored)) {
            await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                            get(system, "/items/" + published))
                    .isEqualTo(page));
            assertThat(new PatientClient(system, "officer")
                            .get("/api/requests/" + published)
                            .text("status"))
                    .isEqualTo("PUBLISHED");
            assertAuditTrailsIntact(system);
            publish(system, 2);
        }
    }

    @Test
    void whatIsUnderWayDuringTheBackupGoesOnInBothSystems() throws Exception {
        Path data = folder.resolve("data");
        Path restored = folder.resolve("restored");
        Path archive = folder.resolve("backup.tar");
        ExecutorService people = Executors.newFixedThreadPool(AT_WORK);
        List<String> before = new ArrayList<>();
        try (KillableSystem system = new KillableSystem(data)) {
            for (int i = 1; i <= AT_WORK; i++) {
                before.add(submit(system, i));
            }
            List<Future<String>> during = IntStream.rangeClosed(11, 10 + AT_WORK)
                    .mapToObj(number -> people.submit(() -> publish(system, number)))
                    .toList();
            run("backup", "--data=" + data, "--to=" + archive);
            for (Future<String> one : during) {
                one.get();
            }
        } finally {
            people.shutdownNow();
        }
        run("restore", "--data=" + restored, "--from=" + archive);

        try (KillableSystem system = new KillableSystem(restored)) {
            for (String id : before) {
                approveAndPublish(system, id);
            }
            assertAuditTrailsIntact(system);
        }
    }

    @Test
    void aDamagedArchiveRestoresNothing() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(Files.createDirectories(data.resolve("mongo")).resolve("documents.mv"), "the documents");
        Path archive = folder.resolve("backup.tar");
        run("backup", "--data=" + data, "--to=" + archive);
        String damaged =
                Files.readString(archive, StandardCharsets.ISO_8859_1).replace("the documents", "the d0cuments");
        Files.writeString(archive, damaged, StandardCharsets.ISO_8859_1);

        assertThat(exit("restore", "--data=" + folder.resolve("restored"), "--from=" + archive))
                .isNotZero();
        assertThat(folder.resolve("restored")).doesNotExist();
        assertThat(exit("restore", "--data=" + data, "--from=" + archive)).isNotZero();
        assertThat(exit("backup", "--data=" + data, "--to=" + archive)).isNotZero();
    }

    private static String submit(KillableSystem system, int number) {
        PatientClient officer = new PatientClient(system, "officer");
        await().atMost(PATIENCE)
                .until(() -> officer.get("/api/form-choices")
                                .body()
                                .get("categories")
                                .size()
                        == 7);
        String id = officer.begin(PatientClient.draft("เรื่องที่ " + number)).text("id");
        officer.attach("/api/requests/" + id, "ไฟล์ " + number + ".pdf", SampleFiles.pdf("number " + number));
        officer.decide("/api/requests/" + id, "/submission", Map.of(), "DRAFT");
        return id;
    }

    private static String publish(KillableSystem system, int number) {
        String id = submit(system, number);
        approveAndPublish(system, id);
        return id;
    }

    private static void approveAndPublish(KillableSystem system, String id) {
        new PatientClient(system, "approver")
                .decide("/api/approvals/" + id + "-1", "/approval", PatientClient.approval(), "PENDING");
        new PatientClient(system, "webmaster")
                .decide("/api/publications/" + id, "/publication", Map.of("checked", true), "ASSIGNED");
        PatientClient officer = new PatientClient(system, "officer");
        await().atMost(PATIENCE)
                .until(() -> officer.get("/api/requests/" + id).text("status").equals("PUBLISHED"));
    }

    private static void assertAuditTrailsIntact(KillableSystem system) {
        PatientClient auditor = new PatientClient(system, "auditor");
        assertThat(VerifyAudit.SERVICES)
                .allSatisfy(service -> assertThat(auditor.get("/api/services/" + service + "/audit/verification")
                                .body()
                                .get("broken")
                                .isNull())
                        .isTrue());
    }

    /** A page, whatever port it is shown at. */
    private static String get(KillableSystem system, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(system.address() + path)).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body()
                .replaceAll("http://localhost:\\d+", "");
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        assertThat(exit(arguments)).as("see %s", folder.resolve("script.log")).isZero();
    }

    private int exit(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("script.log").toFile()))
                .start()
                .waitFor();
    }

    /** Every document of a system that is not running, by database, collection and id. */
    private static Map<String, Document> documents(Path data) throws IOException {
        Map<String, Document> documents = new TreeMap<>();
        try (EmbeddedMongo mongo = new EmbeddedMongo(data.resolve("mongo"), 0);
                MongoClient client = MongoClients.create(mongo.uri())) {
            for (String database : client.listDatabaseNames()) {
                for (String collection : client.getDatabase(database).listCollectionNames()) {
                    client.getDatabase(database)
                            .getCollection(collection)
                            .find()
                            .forEach(document ->
                                    documents.put(database + "/" + collection + "/" + document.get("_id"), document));
                }
            }
        }
        return documents;
    }

    /** The SHA-256 of every stored file, by its name. */
    private static Map<String, String> files(Path data) throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> below = Files.walk(data.resolve("objects"))) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                digests.put(
                        data.relativize(file).toString(),
                        HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file))));
            }
        }
        return digests;
    }
}
