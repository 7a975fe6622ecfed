package org.prakat.standalone.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.standalone.VerifyAudit;
import org.prakat.standalone.demo.StaffClient.Answer;
import org.prakat.testing.SampleFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * People take requests through the whole procedure while the process is killed with SIGKILL at random moments. In the end
 * every request that was acknowledged has reached its state exactly once. {@code -Dprakat.kills=10 -Dprakat.requests=200} is
 * the long version; {@code -Dprakat.seed} repeats a run's choice of moments.
 */
class KillTest {

    private static final Logger log = LoggerFactory.getLogger(KillTest.class);
    private static final int KILLS = Integer.getInteger("prakat.kills", 2);
    private static final int REQUESTS = Integer.getInteger("prakat.requests", 16);
    private static final long SEED = Long.getLong("prakat.seed", System.nanoTime());
    private static final int PEOPLE = 4;
    /** One request in so many is refused. */
    private static final int REFUSED = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PUBLISHED = List.of("CREATED", "SUBMITTED", "APPROVED", "PUBLISHED");
    private static final List<String> REJECTED = List.of("CREATED", "SUBMITTED", "REJECTED");

    /** A request that went its way, and what was acknowledged of it. */
    private record Gone(int number, String id, byte[] file, boolean refused) {}

    private final AtomicInteger finished = new AtomicInteger();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    @Test
    void everyAcknowledgedRequestReachesItsStateExactlyOnceHoweverOftenTheProcessIsKilled() throws Exception {
        log.warn("seed {}, {} requests, {} kills", SEED, REQUESTS, KILLS);
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try (KillableSystem system = new KillableSystem(data)) {
            new PatientClient(system, "officer").get("/api/form-choices");
            List<Future<Gone>> going = IntStream.range(0, REQUESTS)
                    .mapToObj(number -> people.submit(() -> goThrough(system, number)))
                    .toList();
            killNowAndThen(system);
            List<Gone> gone = new ArrayList<>();
            for (Future<Gone> one : going) {
                gone.add(one.get(20, TimeUnit.MINUTES));
            }
            verify(system, gone);
            system.setAhead(Duration.ofDays(31));
            verifyRemoval(system, gone);
            verifyNoDeadLetters(system);
            verifyAuditTrails(system);
        } finally {
            people.shutdownNow();
        }
    }

    /** Each kill at a random moment of an equal share of the work. */
    private void killNowAndThen(KillableSystem system) throws Exception {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            int after = REQUESTS * kill / KILLS + random.nextInt(Math.max(1, REQUESTS / KILLS));
            long moment = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(1_500));
            await().atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> finished.get() >= Math.min(after, REQUESTS - 1) && System.nanoTime() >= moment);
            log.warn("kill {} after {} requests", kill + 1, finished.get());
            system.killAndRestart();
            new PatientClient(system, "officer").get("/api/form-choices");
        }
    }

    private Gone goThrough(KillableSystem system, int number) {
        byte[] file = SampleFiles.pdf("file number " + number);
        boolean refused = number % REFUSED == REFUSED - 1;
        PatientClient officer = new PatientClient(system, "officer");
        await().atMost(PATIENCE)
                .until(() -> officer.get("/api/form-choices")
                                .body()
                                .get("categories")
                                .size()
                        == 7);
        String id = officer.begin(PatientClient.draft("เรื่องที่ " + number)).text("id");
        officer.attach("/api/requests/" + id, "ไฟล์ " + number + ".pdf", file);
        officer.decide("/api/requests/" + id, "/submission", Map.of(), "DRAFT");
        PatientClient approver = new PatientClient(system, "approver");
        String approvalCase = "/api/approvals/" + id + "-1";
        if (refused) {
            Map<String, Object> reason = Map.of("code", "OTHER", "explanation", "ทดสอบ");
            approver.decide(approvalCase, "/rejection", Map.of("reasons", List.of(reason)), "PENDING");
        } else {
            approver.decide(approvalCase, "/approval", PatientClient.approval(), "PENDING");
            new PatientClient(system, "webmaster")
                    .decide("/api/publications/" + id, "/publication", Map.of("checked", true), "ASSIGNED");
        }
        finished.incrementAndGet();
        return new Gone(number, id, file, refused);
    }

    private static void verify(KillableSystem system, List<Gone> gone) throws Exception {
        PatientClient officer = new PatientClient(system, "officer");
        List<Integer> orders = new ArrayList<>();
        for (Gone one : gone) {
            String path = "/api/requests/" + one.id();
            String expected = one.refused() ? "REJECTED" : "PUBLISHED";
            Answer request = await().atMost(PATIENCE).until(() -> officer.get(path), answer -> answer.text("status")
                    .equals(expected));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(steps(officer, path))
                    .isEqualTo(one.refused() ? REJECTED : PUBLISHED));
            if (!one.refused()) {
                orders.add(
                        request.body().get("publication").get("publishingOrder").asInt());
                assertThat(download(system, one.id()).body())
                        .as("file of %s", one.number())
                        .isEqualTo(one.file());
            }
        }
        assertThat(orders)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, orders.size()).boxed().toList());
        verifyNotices(officer, gone);
    }

    private static void verifyNotices(PatientClient officer, List<Gone> gone) {
        List<String> told = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = officer.get("/api/notices?limit=200" + cursor).body();
            page.get("items")
                    .forEach(notice -> told.add(notice.get("requestId").asString() + " "
                            + notice.get("kind").asString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        List<String> expected = new ArrayList<>();
        for (Gone one : gone) {
            if (one.refused()) {
                expected.add(one.id() + " REJECTED");
            } else {
                expected.add(one.id() + " APPROVED");
                expected.add(one.id() + " PUBLISHED");
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void verifyRemoval(KillableSystem system, List<Gone> gone) throws Exception {
        PatientClient officer = new PatientClient(system, "officer");
        for (Gone one : gone) {
            if (!one.refused()) {
                assertThat(download(system, one.id()).statusCode()).isEqualTo(410);
                await().atMost(PATIENCE).until(() -> officer.get("/api/requests/" + one.id())
                        .text("status")
                        .equals("REMOVED"));
                assertThat(files("prakat-published", one.id())).isEmpty();
                assertThat(files("prakat-archive", one.id())).hasSize(1);
            }
        }
    }

    private List<String> files(String bucket, String id) {
        String[] names =
                data.resolve("objects").resolve(bucket).resolve(id).toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private static void verifyNoDeadLetters(KillableSystem system) {
        PatientClient admin = new PatientClient(system, "admin");
        for (String service : List.of("request-service", "approval-service", "publishing-service", "expiry-service")) {
            assertThat(admin.get("/api/services/" + service + "/dead-letters")
                            .body()
                            .get("items"))
                    .isEmpty();
        }
    }

    private static void verifyAuditTrails(KillableSystem system) {
        PatientClient auditor = new PatientClient(system, "auditor");
        for (String service : VerifyAudit.SERVICES) {
            assertThat(auditor.get("/api/services/" + service + "/audit/verification")
                            .body()
                            .get("broken")
                            .isNull())
                    .as("the audit trail of " + service)
                    .isTrue();
        }
    }

    private static List<String> steps(PatientClient officer, String path) {
        return officer.get(path + "/timeline")
                .body()
                .valueStream()
                .map(entry -> entry.get("step").asString())
                .toList();
    }

    private static HttpResponse<byte[]> download(KillableSystem system, String id) throws Exception {
        URI file = URI.create(system.address() + "/items/" + id + "/files/1/x.pdf");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofByteArray());
    }
}
