package org.prakat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.common.audit.Verification;
import org.prakat.common.calendar.DateText;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.messaging.OfficeAccess;
import org.prakat.common.messaging.OfficeTopics;
import org.prakat.request.domain.Sender;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the form to the removal, through the gateway, with all services and real servers. */
class WholeProcedureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final DateText THAI = DateText.in(Locale.forLanguageTag("th"));
    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");

    @TempDir
    private static Path data;

    private static Standalone system;
    private static Map<String, String> passwords;

    private final HttpClient visitor = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        system = Standalone.start(new Options(data, 0, true, CLOCK));
        passwords = new KeptSecrets(data).demoPasswords();
        assertThat(signedIn("approver").get("/api/approvals/choices").body().path("webmasters"))
                .as("whom a service has heard of when the start ends")
                .hasSize(1);
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

    @Test
    void aRequestGoesFromTheFormToTheSiteAndLeavesItWhenItsPeriodEnds() throws Exception {
        LocalDate today = OfficeZone.dateOf(CLOCK.instant());
        byte[] pdf = SampleFiles.pdf("procurement");
        String id = submit("ประกาศผลการจัดซื้อ", pdf);
        approve(id, 30);

        publish(id, null);

        awaitStatus(id, "PUBLISHED");
        HttpResponse<String> page = visit("/items/" + id);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("ประกาศผลการจัดซื้อ")
                .contains("งานพัสดุ")
                .contains("1 ตุลาคม 2569 – 31 ตุลาคม 2569")
                .contains(THAI.day(today))
                .contains(".pdf")
                .contains("ประกาศผล.pdf");
        assertThat(download(id)).isEqualTo(pdf);
        assertThat(visit("/").body()).contains(id).contains("สำหรับเจ้าหน้าที่");
        assertThat(visit("/search?q=" + encoded("จัดซื้อ")).body()).contains(id);

        Instant expires =
                Instant.parse(field(id, "publication").get("expiresAt").asString());
        assertThat(expires).isEqualTo(OfficeZone.startOf(today.plusDays(30)));
        CLOCK.set(expires.minusMillis(1));
        assertThat(visit("/items/" + id).statusCode()).isEqualTo(200);
        CLOCK.set(expires);

        HttpResponse<String> gone = visit("/items/" + id);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body())
                .contains("ประกาศผลการจัดซื้อ")
                .as("a period that ends at midnight ends with its last day")
                .contains(THAI.day(today.plusDays(29)) + " เวลา 24:00");
        assertThat(visit("/items/" + id + "/files/1/x").statusCode()).isEqualTo(410);
        assertThat(visit("/api/public/items/" + id).statusCode()).isEqualTo(410);
        assertThat(visit("/").body()).doesNotContain(id);
        assertThat(visit("/search?q=" + encoded("จัดซื้อ")).body()).doesNotContain(id);
        awaitStatus(id, "REMOVED");
        assertThat(stored("prakat-published", id)).isFalse();
        assertThat(stored("prakat-archive", id)).isTrue();
        assertThat(steps(id))
                .as("when the clock jumps a month, expiry-service may not have heard of the publication yet")
                .filteredOn(step -> !step.equals("PUBLISHING_OVERDUE"))
                .containsExactly("CREATED", "SUBMITTED", "APPROVED", "PUBLISHED", "REMOVED");
        assertThat(notices(id))
                .contains("APPROVED", "PUBLISHED", "REMOVED")
                .as("reminders may come between, as the time is stepped")
                .isSubsetOf("APPROVED", "PUBLISHED", "REMOVED", "EXPIRY_NEAR");
    }

    @Test
    void aRefusalReachesTheOwnerWithItsReasonsAndTheNextRevisionIsPublishedAtItsTime() throws Exception {
        String id = submit("แผนงานประจำปี", SampleFiles.pdf("plan"));
        StaffClient approver = signedIn("approver");
        Answer first = awaitOk(approver, "/api/approvals/" + id + "-1");
        Map<String, Object> reason = Map.of("code", "INCORRECT", "explanation", "ยอดรวมไม่ตรงกับเอกสารแนบ");
        assertThat(approver.post(
                                "/api/approvals/" + id + "-1/rejection",
                                first.tag(),
                                Map.of("reasons", List.of(reason)))
                        .status())
                .isEqualTo(200);
        awaitStatus(id, "REJECTED");

        StaffClient officer = signedIn("officer");
        Answer revised = officer.post(
                "/api/requests/" + id + "/revision",
                officer.get("/api/requests/" + id).tag(),
                Map.of());
        assertThat(officer.post("/api/requests/" + id + "/submission", revised.tag(), Map.of())
                        .status())
                .isEqualTo(200);
        approve(id, 2, 30);
        Instant later = CLOCK.instant().plus(Duration.ofHours(20));
        publish(id, later);

        awaitStatus(id, "SCHEDULED");
        assertThat(visit("/items/" + id).statusCode()).isEqualTo(404);
        CLOCK.set(later);
        awaitStatus(id, "PUBLISHED");
        assertThat(visit("/items/" + id).statusCode()).isEqualTo(200);
        // The approval is told by another topic than the publication.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(steps(id))
                .containsExactly(
                        "CREATED",
                        "SUBMITTED",
                        "REJECTED",
                        "REVISED",
                        "SUBMITTED",
                        "APPROVED",
                        "SCHEDULED",
                        "PUBLISHED"));
    }

    @Test
    void nobodyDecidesOnTheirOwnRequestOrWithoutAnOrder() throws Exception {
        String own = submitAs("approver", "เรื่องของหัวหน้า", SampleFiles.pdf("own"), false);
        String others = submit("เรื่องของเจ้าหน้าที่", SampleFiles.pdf("other"));
        StaffClient approver = signedIn("approver");
        StaffClient webmaster = signedIn("webmaster");
        Answer ownCase = awaitOk(approver, "/api/approvals/" + own + "-1");
        Answer othersCase = awaitOk(approver, "/api/approvals/" + others + "-1");

        Answer refusedOwn = approver.post("/api/approvals/" + own + "-1/approval", ownCase.tag(), approval(30));
        Answer refusedWithoutOrder =
                webmaster.post("/api/approvals/" + others + "-1/approval", othersCase.tag(), approval(30));

        assertThat(refusedOwn.status()).isEqualTo(403);
        assertThat(refusedOwn.text("code")).isEqualTo("OWN_REQUEST");
        assertThat(refusedWithoutOrder.status()).isEqualTo(403);
        assertThat(refusedWithoutOrder.text("code")).isEqualTo("NO_VALID_ORDER");
        assertThat(webmaster.get("/api/approvals/" + others + "-1").status()).isEqualTo(404);
        assertThat(signedIn("officer2").get("/api/requests/" + others).status()).isEqualTo(404);
    }

    @Test
    void anUrgentRequestIsPublishedByWordOfMouthSuspendedWhenUnconfirmedAndBackOnceConfirmed() throws Exception {
        String id = submit("ประกาศเตือนภัยไข้เลือดออก", SampleFiles.pdf("warning"), true);
        StaffClient officer = signedIn("officer");
        String path = "/api/approvals/" + id + "-1";
        Answer found = awaitOk(officer, path);
        Answer recorded = officer.post(path + "/verbal-approval", found.tag(), verbalApproval());
        assertThat(recorded.status()).isEqualTo(200);
        publish(id, null);
        awaitStatus(id, "PUBLISHED");
        await().atMost(PATIENCE).until(() -> !field(id, "confirmationDue").isNull());

        CLOCK.set(Instant.parse(field(id, "confirmationDue").get("at").asString()));

        await().atMost(PATIENCE).until(() -> visit("/items/" + id).body().contains("ระงับการเผยแพร่ข้อมูลนี้ชั่วคราว"));
        await().atMost(PATIENCE).until(() -> steps(id).containsAll(List.of("CONFIRMATION_OVERDUE", "SUSPENDED")));
        StaffClient approver = signedIn("approver");
        Answer late = approver.get(path);
        assertThat(approver.post(
                                path + "/confirmation",
                                late.tag(),
                                Map.of("guidelineChecked", true, "contentChecked", true))
                        .status())
                .isEqualTo(200);
        await().atMost(PATIENCE).until(() -> visit("/items/" + id).statusCode() == 200);
        await().atMost(PATIENCE).until(() -> field(id, "confirmationDue").isNull());
        await().atMost(PATIENCE).until(() -> steps(id).containsAll(List.of("VERBAL_APPROVAL_CONFIRMED", "RESUMED")));
    }

    @Test
    void whatIsOnTheSiteIsExtendedReplacedAndRemovedByRequestsOfTheirOwn() throws Exception {
        String id = submit("คู่มือการให้บริการ", SampleFiles.pdf("first edition"));
        approve(id, 30);
        publish(id, null);
        awaitStatus(id, "PUBLISHED");
        Instant end = Instant.parse(field(id, "publication").get("expiresAt").asString());

        amend(id, "EXTEND", null);
        await().atMost(PATIENCE).until(() -> Instant.parse(
                        field(id, "publication").get("expiresAt").asString())
                .equals(OfficeZone.startOf(OfficeZone.dateOf(end).plusDays(30))));
        CLOCK.set(end);
        assertThat(visit("/items/" + id).statusCode()).as("past its first end").isEqualTo(200);

        byte[] second = SampleFiles.pdf("second edition");
        amend(id, "REPLACE", second);
        await().atMost(PATIENCE).until(() -> steps(id).contains("REPLACED"));
        assertThat(download(id)).isEqualTo(second);
        assertThat(visit("/items/" + id).body()).contains("ฉบับก่อนหน้า");

        amend(id, "REMOVE", null);
        assertThat(visit("/items/" + id).statusCode()).isEqualTo(410);
        awaitStatus(id, "REMOVED");
        assertThat(stored("prakat-published", id)).isFalse();
    }

    @RepeatedTest(4)
    void ofAWithdrawalAndAnApprovalAtTheSameMomentTheWithdrawalWinsIfItIsHeard() throws Exception {
        String id = submitUnlikeOthers("ขอถอนพร้อมอนุมัติ", false);
        StaffClient officer = signedIn("officer");
        StaffClient approver = signedIn("approver");
        Answer found = awaitOk(approver, "/api/approvals/" + id + "-1");
        Answer seen = officer.get("/api/requests/" + id);

        List<Integer> answers = atOnce(
                () -> officer.post(
                        "/api/requests/" + id + "/withdrawal", seen.tag(), Map.of("explanation", "พบข้อผิดพลาด")),
                () -> approver.post("/api/approvals/" + id + "-1/approval", found.tag(), approval(30)));

        boolean withdrawn = answers.get(0) == 200;
        assertThat(answers.get(0)).isIn(200, 412);
        assertThat(answers.get(1)).isIn(200, 409, 412);
        awaitStatus(id, withdrawn ? "WITHDRAWN" : "APPROVED");
        if (withdrawn && answers.get(1) == 200) {
            StaffClient webmaster = signedIn("webmaster");
            Answer item = await().atMost(PATIENCE)
                    .until(
                            () -> webmaster.get("/api/publications/" + id),
                            answer -> answer.status() == 200
                                    && answer.text("status").equals("WITHDRAWN"));
            assertThat(webmaster
                            .post("/api/publications/" + id + "/publication", item.tag(), Map.of("checked", true))
                            .status())
                    .isEqualTo(409);
        }
    }

    @RepeatedTest(4)
    void whatTheApproverDoesNotConfirmIsOffTheSiteThoughItIsPublishedAtTheSameMoment() throws Exception {
        String id = submitUnlikeOthers("ประกาศด่วน", true);
        StaffClient officer = signedIn("officer");
        String path = "/api/approvals/" + id + "-1";
        assertThat(officer.post(
                                path + "/verbal-approval",
                                awaitOk(officer, path).tag(),
                                verbalApproval())
                        .status())
                .isEqualTo(200);
        StaffClient webmaster = signedIn("webmaster");
        StaffClient approver = signedIn("approver");
        Answer assigned = awaitOk(webmaster, "/api/publications/" + id);
        Answer waiting = approver.get(path);

        List<Integer> answers = atOnce(
                () -> webmaster.post(
                        "/api/publications/" + id + "/publication", assigned.tag(), Map.of("checked", true)),
                () -> approver.post(
                        path + "/confirmation-refusal",
                        waiting.tag(),
                        Map.of("reasons", List.of(Map.of("code", "INCORRECT", "explanation", "ไม่เคยอนุญาต")))));

        assertThat(answers.get(0)).isIn(200, 409, 412);
        assertThat(answers.get(1)).isEqualTo(200);
        awaitStatus(id, answers.get(0) == 200 ? "REMOVED" : "REJECTED");
        assertThat(visit("/items/" + id).statusCode()).isIn(404, 410);
        await().atMost(PATIENCE).until(() -> !stored("prakat-published", id));
    }

    @RepeatedTest(4)
    void anExtensionAtTheLastMomentIsInTimeOrTheItemIsGone() throws Exception {
        String id = submitUnlikeOthers("ขยายเวลาในนาทีสุดท้าย", false);
        approve(id, 30);
        publish(id, null);
        awaitStatus(id, "PUBLISHED");
        Instant end = Instant.parse(field(id, "publication").get("expiresAt").asString());
        String amendment = askFor(id, "EXTEND", null);
        CLOCK.set(end.minusMillis(1));
        StaffClient webmaster = signedIn("webmaster");
        Answer waiting = awaitAmendment(webmaster, id);

        List<Integer> answers = atOnce(
                () -> webmaster.post(
                        "/api/publications/" + id + "/amendments/" + amendment + "/execution",
                        waiting.tag(),
                        Map.of("checked", true)),
                () -> {
                    CLOCK.set(end);
                    return webmaster.get("/api/publications/" + id);
                });

        boolean inTime = answers.get(0) == 200;
        assertThat(answers.get(0)).isIn(200, 409, 412);
        awaitStatus(id, inTime ? "PUBLISHED" : "REMOVED");
        await().atMost(PATIENCE).until(() -> visit("/items/" + id).statusCode() == (inTime ? 200 : 410));
        await().atMost(PATIENCE).until(() -> stored("prakat-published", id) == inTime);
    }

    /** Two people act at the same moment; gives the status that each was answered. */
    private static List<Integer> atOnce(Callable<Answer> one, Callable<Answer> other) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(List.of(after(together, one), after(together, other)))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdown();
        }
    }

    private static Callable<Integer> after(CyclicBarrier together, Callable<Answer> call) {
        return () -> {
            together.await();
            return call.call().status();
        };
    }

    /** Asks for a change of an item, has it approved, and has it carried out. */
    private static void amend(String id, String kind, byte[] file) throws Exception {
        String amendment = askFor(id, kind, file);
        StaffClient webmaster = signedIn("webmaster");
        assertThat(webmaster
                        .post(
                                "/api/publications/" + id + "/amendments/" + amendment + "/execution",
                                awaitAmendment(webmaster, id).tag(),
                                Map.of("checked", true))
                        .status())
                .isEqualTo(200);
        awaitStatus(amendment, "COMPLETED");
    }

    private static Answer awaitAmendment(StaffClient webmaster, String id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> webmaster.get("/api/publications/" + id),
                        answer -> answer.body().get("upkeep").get("amendments").size() == 1);
    }

    /** Asks for a change of an item and has it approved. */
    private static String askFor(String id, String kind, byte[] file) throws Exception {
        StaffClient officer = signedIn("officer");
        Answer begun = officer.post("/api/requests/" + id + "/amendments", "", Map.of("kind", kind));
        assertThat(begun.status()).isEqualTo(201);
        String amendment = begun.text("id");
        String path = "/api/requests/" + amendment;
        Map<String, Object> form = new HashMap<>(JsonMapper.shared()
                .convertValue(begun.body().get("form"), new TypeReference<Map<String, Object>>() {}));
        form.put("remark", "เหตุผลของการขอ");
        Answer ready = officer.put(path, begun.tag(), form);
        if (file != null) {
            ready = officer.upload(
                    path + "/attachments", "ฉบับใหม่.pdf", "application/pdf", BodyPublishers.ofByteArray(file));
        }
        assertThat(officer.post(path + "/submission", ready.tag(), Map.of()).status())
                .isEqualTo(200);
        approve(amendment, 30);
        return amendment;
    }

    @Test
    @Timeout(180)
    void anotherOfficesRequestGoesFromItsEventToTheSiteAndItsOfficeIsTold() throws Exception {
        OfficeProgram office = registered("phu-kradueng");
        byte[] pdf = SampleFiles.pdf("of another office");
        String upload = office.uploadInPieces("ประกาศ.pdf", pdf).get("id").asString();
        String event = office.submission("whole-1", "ประกาศของอำเภอภูกระดึง", upload);
        JsonNode accepted = await().atMost(PATIENCE).until(() -> office.post(event), answer -> answer.has("requestId"));
        String id = accepted.get("requestId").asString();
        assertThat(office.post(event)).as("the same event again").isEqualTo(accepted);

        approve(id, 30);
        publish(id, null);

        List<JsonNode> outcomes = office.stream(2).stream()
                .sorted(Comparator.comparing(outcome -> outcome.get("time").asString()))
                .toList();
        assertThat(outcomes.stream().map(outcome -> outcome.get("type").asString()))
                .containsExactly("office.request.approved.v1", "office.request.published.v1");
        assertThat(outcomes).allSatisfy(outcome -> assertThat(
                        outcome.get("data").get("submission").asString())
                .isEqualTo("whole-1"));
        JsonNode published = outcomes.get(1).get("data");
        assertThat(visit(published.get("address").asString()).body()).contains("ประกาศของอำเภอภูกระดึง");
        assertThat(download(id)).isEqualTo(pdf);

        CLOCK.set(Instant.parse(published.get("until").asString()));
        OfficeProgram later = office.signedInAgain();
        await().atMost(PATIENCE).until(() -> later.outcomes().stream()
                .map(outcome -> outcome.get("type").asString())
                .toList()
                .containsAll(List.of("office.request.expired.v1", "office.request.removed.v1")));
    }

    @Test
    @Timeout(180)
    void theExampleInPythonHandsInARequestAndWaitsForItsPublication(@TempDir Path folder) throws Exception {
        assumeTrue(PythonExample.canRun(), "there is no python3 here");
        OfficeProgram office = registered("na-duang");
        Path event = Files.writeString(folder.resolve("event.json"), office.submission("python-1", "ประกาศจากไพทอน"));
        Path file = Files.write(folder.resolve("ประกาศ.pdf"), SampleFiles.pdf("python"));
        // Until the services know the new client its events are refused.
        await().atMost(PATIENCE)
                .until(() -> office.post(office.submission("python-0", "ลองก่อน")), answer -> answer.has("requestId"));

        try (ExampleProgram example = PythonExample.start(system.address(), office, event, file)) {
            String id = json(example.nextLine()).get("requestId").asString();
            approve(id, 30);
            publish(id, null);

            assertThat(json(example.nextLine()).get("type").asString()).isEqualTo("office.request.approved.v1");
            JsonNode published = json(example.nextLine());
            assertThat(published.get("type").asString()).isEqualTo("office.request.published.v1");
            assertThat(visit(published.get("data").get("address").asString()).statusCode())
                    .isEqualTo(200);
            assertThat(example.exit()).isZero();
        }
    }

    @Test
    @Timeout(240)
    void theExampleInJavaHandsInARequestOverKafkaAndWaitsForItsPublication(@TempDir Path folder) throws Exception {
        OfficeProgram office = registered("phu-luang", "kafka");
        await().atMost(PATIENCE)
                .until(() -> office.post(office.submission("java-0", "ลองก่อน")), answer -> answer.has("requestId"));
        String password = new OfficeAccess(Map.of("bootstrap.servers", system.kafkaBootstrapServers()), (short) 1)
                .give(new OfficeTopics("phu-luang"), Optional.empty());
        JsonNode event = json(office.submission("java-1", "ประกาศจากจาวา"));
        Path data =
                Files.writeString(folder.resolve("data.json"), event.get("data").toString());

        try (ExampleProgram example = JavaExample.start(
                OfficeUser.of("phu-luang", password).at(system.kafkaForOffices()),
                "phu-luang",
                "java-1",
                data,
                folder)) {
            String id = Sender.requestId("phu-luang", "java-1");
            approve(id, 30);
            publish(id, null);

            assertThat(example.nextLine())
                    .startsWith("office.request.approved.v1 {")
                    .contains("\"java-1\"");
            String published = example.nextLine();
            assertThat(published).startsWith("office.request.published.v1 {").contains("/items/" + id);
            assertThat(example.exit()).isZero();
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static OfficeProgram registered(String code) throws Exception {
        return registered(code, "web");
    }

    private static OfficeProgram registered(String code, String kind) throws Exception {
        StaffClient admin = signedIn("admin");
        Map<String, Object> name = Map.of("th", "สำนักงานสาธารณสุขอำเภอ " + code, "en", code);
        assertThat(admin.put("/api/admin/offices/" + code, "", Map.of("name", name))
                        .status())
                .isEqualTo(200);
        String path = "/api/office-clients/" + code + "-" + kind;
        Answer client = admin.put(
                path, "", Map.of("name", kind, "office", code, "receivers", List.of("wang-saphung"), "active", true));
        Answer secret = admin.post(path + "/secret", client.tag(), Map.of());
        assertThat(secret.status()).isEqualTo(200);
        return OfficeProgram.signIn(system.address(), code, secret.text("clientId"), secret.text("clientSecret"));
    }

    @Test
    void everyServiceDescribesItsApiAndHasNoDeadLetters() throws Exception {
        StaffClient admin = signedIn("admin");

        for (String service : List.of("request-service", "approval-service", "publishing-service", "expiry-service")) {
            assertThat(admin.get("/openapi/" + service).body().get("openapi").asString())
                    .startsWith("3.");
            assertThat(admin.get("/api/services/" + service + "/dead-letters")
                            .body()
                            .get("items"))
                    .isEmpty();
        }
        assertThat(admin.get("/openapi").body().get("paths").get("/api/session"))
                .isNotNull();
        assertThat(signedIn("officer")
                        .get("/api/services/request-service/dead-letters")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatEveryServiceSentIsSentAgainAfterTheLossOfABrokerAndNobodyActsTwice() throws Exception {
        String id = submit("รายงานการประชุม", SampleFiles.pdf("sent again"));
        approve(id, 30);
        publish(id, null);
        awaitStatus(id, "PUBLISHED");
        StaffClient admin = signedIn("admin");
        StaffClient officer = signedIn("officer");
        String timeline = "/api/requests/" + id + "/timeline";
        JsonNode before = await("all that was told of it")
                .atMost(PATIENCE)
                .until(() -> officer.get(timeline).body(), steps -> steps.size() == 4);
        Map<String, String> since = Map.of("since", "2020-01-01T00:00:00Z");

        for (String service : List.of("request-service", "approval-service", "publishing-service", "expiry-service")) {
            String sending = "/api/services/" + service + "/sent-events/sending";
            assertThat(officer.post(sending, "", since).status()).isEqualTo(403);
            assertThat(admin.post(sending, "", Map.of()).status()).isEqualTo(400);
            assertThat(admin.post(sending, "", since).status()).isEqualTo(200);
        }

        String later = submit("รายงานการประชุมครั้งต่อไป", SampleFiles.pdf("after it"));
        approve(later, 30);
        assertThat(officer.get(timeline).body()).isEqualTo(before);
    }

    @Test
    void everyAuditTrailIsWholeAndTellsWhoDidWhatUnderWhichOrder() throws Exception {
        String id = submit("ประกาศแผนการจัดซื้อ", SampleFiles.pdf("audited"));
        approve(id, 30);
        publish(id, null);
        awaitStatus(id, "PUBLISHED");

        assertThat(VerifyAudit.verify(signedIn("auditor"), List.of()))
                .hasSize(5)
                .allMatch(Verification::isIntact);
        StaffClient auditor = signedIn("auditor");
        JsonNode approval = await().until(
                        () -> auditor.get("/api/services/approval-service/audit?about=approval_cases/" + id
                                        + "&action=approval.approved.v1")
                                .body()
                                .get("items"),
                        found -> found.size() == 1)
                .get(0)
                .get("entry");
        assertThat(approval.get("by").get("id").asString()).isEqualTo("approver");
        assertThat(approval.get("order").get("number").asString()).isEqualTo("12/2569");
        assertThat(approval.get("address").asString()).isEqualTo("127.0.0.1");
        assertThat(signedIn("officer")
                        .get("/api/services/approval-service/audit")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void badInputIsRefusedAndChangesNothing() throws Exception {
        StaffClient officer = signedIn("officer");
        Answer begun = officer.post("/api/requests", "", Map.of("title", "ร่าง", "urgent", false));
        String path = "/api/requests/" + begun.text("id");

        assertThat(officer.post(path + "/submission", begun.tag(), Map.of()).status())
                .isEqualTo(400);
        assertThat(officer.put(path, begun.tag(), Map.of("dataPeriod", "yesterday"))
                        .status())
                .isEqualTo(400);
        assertThat(officer.put(path, begun.tag(), Map.of("title", "x".repeat(201)))
                        .status())
                .isEqualTo(400);
        assertThat(officer.put(path, "\"99\"", Map.of("title", "x")).status()).isEqualTo(412);
        assertThat(officer.upload(path + "/attachments", "a.pdf", "application/pdf", BodyPublishers.ofString("x"))
                        .status())
                .as("no category yet")
                .isEqualTo(400);
        assertThat(officer.post(path + "/withdrawal", begun.tag(), Map.of("explanation", "x"))
                        .status())
                .isEqualTo(409);
        assertThat(officer.get(path).tag()).isEqualTo(begun.tag());
    }

    private static StaffClient signedIn(String userName) throws Exception {
        StaffClient client = new StaffClient(system.address());
        assertThat(client.signIn(userName, passwords.get(userName)).status()).isEqualTo(200);
        return client;
    }

    /** A second one of the same title or the same file would raise doubts. */
    private static String submitUnlikeOthers(String title, boolean urgent) throws Exception {
        String own = title + " " + UUID.randomUUID().toString().replaceAll("[0-9-]", "");
        return submit(own, SampleFiles.pdf(own.substring(title.length() + 1)), urgent);
    }

    private static String submit(String title, byte[] file) throws Exception {
        return submit(title, file, false);
    }

    private static String submit(String title, byte[] file, boolean urgent) throws Exception {
        return submitAs("officer", title, file, urgent);
    }

    private static String submitAs(String userName, String title, byte[] file, boolean urgent) throws Exception {
        StaffClient owner = signedIn(userName);
        Answer begun = owner.post(
                "/api/requests",
                "",
                Map.of(
                        "title",
                        title,
                        "summary",
                        "สรุป",
                        "workGroup",
                        "health-promotion",
                        "category",
                        "procurement",
                        "source",
                        "งานพัสดุ",
                        "dataPeriod",
                        Map.of("start", "2026-10-01", "end", "2026-10-31"),
                        "publicationPeriod",
                        Map.of("unit", "DAYS", "amount", 90),
                        "urgent",
                        urgent));
        String path = "/api/requests/" + begun.text("id");
        Answer attached = owner.upload(
                path + "/attachments", "ประกาศผล.pdf", "application/pdf", BodyPublishers.ofByteArray(file));
        assertThat(attached.status()).isEqualTo(200);
        assertThat(owner.post(path + "/submission", attached.tag(), Map.of()).status())
                .isEqualTo(200);
        return begun.text("id");
    }

    private static void approve(String id, int days) throws Exception {
        approve(id, 1, days);
    }

    private static void approve(String id, int revision, int days) throws Exception {
        StaffClient approver = signedIn("approver");
        String path = "/api/approvals/" + id + "-" + revision;
        Answer found = awaitOk(approver, path);
        assertThat(approver.post(path + "/approval", found.tag(), approval(days))
                        .status())
                .isEqualTo(200);
        takeAMoment(id);
    }

    /** Nobody does two steps at the same instant, of which neither a timeline nor another office could tell the earlier one. */
    private static void takeAMoment(String id) throws Exception {
        StaffClient watching = signedIn("admin");
        await().atMost(PATIENCE).until(() -> !"SUBMITTED"
                .equals(watching.get("/api/requests/" + id).text("status")));
        CLOCK.advance(Duration.ofSeconds(1));
    }

    private static Map<String, Object> approval(int days) {
        return Map.of(
                "guidelineChecked",
                true,
                "contentChecked",
                true,
                "category",
                "procurement",
                "publicationPeriod",
                Map.of("unit", "DAYS", "amount", days),
                "webmaster",
                "webmaster");
    }

    private static Map<String, Object> verbalApproval() {
        return Map.of(
                "approver", "approver",
                "saidAt", CLOCK.instant().toString(),
                "means", "TELEPHONE",
                "note", "นายวิชัยอยู่ด้วย",
                "category", "procurement",
                "publicationPeriod", Map.of("unit", "DAYS", "amount", 30),
                "webmaster", "webmaster");
    }

    private static void publish(String id, Instant at) throws Exception {
        StaffClient webmaster = signedIn("webmaster");
        String path = "/api/publications/" + id;
        Answer assigned = awaitOk(webmaster, path);
        Map<String, Object> instruction =
                at == null ? Map.of("checked", true) : Map.of("checked", true, "publishAt", at.toString());
        assertThat(webmaster
                        .post(path + "/publication", assigned.tag(), instruction)
                        .status())
                .isEqualTo(200);
    }

    private static Answer awaitOk(StaffClient client, String path) {
        return await().atMost(PATIENCE).until(() -> client.get(path), answer -> answer.status() == 200);
    }

    private static void awaitStatus(String id, String status) throws Exception {
        StaffClient watching = signedIn("admin");
        await().atMost(PATIENCE)
                .until(() -> status.equals(watching.get("/api/requests/" + id).text("status")));
    }

    private static JsonNode field(String id, String name) throws Exception {
        return signedIn("admin").get("/api/requests/" + id).body().get(name);
    }

    private static List<String> steps(String id) throws Exception {
        return signedIn("officer")
                .get("/api/requests/" + id + "/timeline")
                .body()
                .valueStream()
                .map(entry -> entry.get("step").asString())
                .toList();
    }

    private static List<String> notices(String id) throws Exception {
        return signedIn("officer")
                .get("/api/notices")
                .body()
                .get("items")
                .valueStream()
                .filter(notice -> notice.get("requestId").asString().equals(id))
                .map(notice -> notice.get("kind").asString())
                .toList();
    }

    private static boolean stored(String bucket, String id) {
        String[] files =
                data.resolve("objects").resolve(bucket).resolve(id).toFile().list();
        return files != null && files.length > 0;
    }

    private HttpResponse<String> visit(String path) throws Exception {
        return visitor.send(
                HttpRequest.newBuilder(URI.create(system.address() + path)).build(), BodyHandlers.ofString());
    }

    private byte[] download(String id) throws Exception {
        URI file = URI.create(system.address() + "/items/" + id + "/files/1/x.pdf");
        return visitor.send(HttpRequest.newBuilder(file).build(), BodyHandlers.ofByteArray())
                .body();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
