package org.prakat.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prakat.approval.domain.Rejection;
import org.prakat.approval.domain.Samples;
import org.prakat.approval.domain.VerbalRecord;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Check;
import org.prakat.common.event.Person;
import org.prakat.common.event.ProcedureStep;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.event.Topic;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.common.testing.ToldEvents;
import org.prakat.testing.SteppedClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on its own: events in, the approver's API, events out. */
class ApprovalServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SteppedClock CLOCK = new SteppedClock(Samples.NOW);
    private static final Identity HEAD =
            new Identity(Samples.HEAD, Samples.OFFICE, "health", Set.of(Role.OFFICER, Role.APPROVER));
    private static final Identity DEPUTY = new Identity(
            new Person("deputy", "รองหัวหน้า", "ผู้ช่วยหัวหน้า"), Samples.OFFICE, "health", Set.of(Role.APPROVER));
    private static final Identity OFFICER = new Identity(Samples.MALEE, Samples.OFFICE, "health", Set.of(Role.OFFICER));
    private static final Identity ELSEWHERE =
            new Identity(Samples.HEAD, "another-office", "health", Set.of(Role.APPROVER));

    private static final Rejection REJECTION = new Rejection(List.of(new Rejection.Reason("OTHER", "ยังไม่ครบถ้วน")));

    private static ServiceUnderTest service;
    private static ToldEvents told;

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                ApprovalServiceApplication.application(), "approval-service-test", CLOCK, Map.of());
        told = new ToldEvents(Topic.APPROVAL_EVENTS);
        service.tell(Samples.GROUP);
        service.tell(Samples.NEWS);
        service.tell(Samples.HEADS_ORDER);
        service.tell(Samples.order("order-2", "webmaster", Duty.PUBLISH, false));
        service.tell(Samples.order("order-3", "deputy", Duty.APPROVE, false));
        service.tell(new StaffDefined(
                "webmaster",
                1,
                "วิชัย ขยัน",
                "นักวิชาการคอมพิวเตอร์",
                null,
                Samples.OFFICE,
                null,
                List.of(),
                false,
                true));
        await().atMost(PATIENCE).until(() -> {
            JsonNode choices = service.get(HEAD, "/api/approvals/choices").json();
            return choices.get("categories").size() == 1
                    && choices.get("webmasters").size() == 1;
        });
        await().atMost(PATIENCE)
                .until(() -> service.get(HEAD, submit("first", false)).status() == 200);
    }

    @AfterAll
    static void stop() {
        told.close();
        service.close();
    }

    @Test
    void anApprovalUnderAValidOrderIsToldOnce() {
        String path = submit("approve-me", false);

        Answer approved = service.post(HEAD, path + "/approval", "\"1\"", Samples.approval());

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.json()
                        .get("decision")
                        .get("authority")
                        .get("order")
                        .get("number")
                        .asString())
                .isEqualTo("12/2569");
        Approved event = told.await(Approved.class, "approve-me");
        assertThat(event.webmaster().id()).isEqualTo("webmaster");
        assertThat(event.approver()).isEqualTo(Samples.HEAD);
        assertThat(event.order()).isEqualTo(Samples.HEADS_ORDER.reference());
        assertThat(event.checks()).extracting(Check::step).containsExactly("2.1", "2.2");
        assertThat(event.digest())
                .isEqualTo(Samples.submitted("approve-me", Samples.MALEE, false).digest());
        assertThat(service.post(HEAD, path + "/approval", approved.tag(), Samples.approval())
                        .status())
                .as("decided already")
                .isEqualTo(409);
        assertThat(told.all(Approved.class, "approve-me")).hasSize(1);
    }

    @Test
    void aRejectionReachesTheOthersWithItsReasons() {
        String path = submit("reject-me", false);

        Answer rejected = service.post(HEAD, path + "/rejection", "\"1\"", REJECTION);

        assertThat(rejected.status()).isEqualTo(200);
        assertThat(told.await(Rejected.class, "reject-me").reasons().get(0).explanation())
                .isEqualTo("ยังไม่ครบถ้วน");
    }

    @Test
    void theInboxShowsTheUrgentFirstThenTheOldestPageByPage() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CLOCK.advance(Duration.ofSeconds(1));
            submit("page-normal-" + i, false);
            submit("page-urgent-" + i, true);
        }
        for (int i = 0; i < 4; i++) {
            expected.add("page-urgent-" + i);
        }
        for (int i = 0; i < 4; i++) {
            expected.add("page-normal-" + i);
        }

        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = service.get(HEAD, "/api/approvals?limit=3" + cursor).json();
            page.get("items").forEach(item -> listed.add(item.get("requestId").asString()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed.stream().filter(id -> id.startsWith("page-"))).containsExactlyElementsOf(expected);
    }

    @Test
    void othersSeeNothingAndMayNothing() {
        String path = submit("hidden", false);

        assertThat(service.get(path).status()).isEqualTo(401);
        assertThat(service.get(OFFICER, path).status()).isEqualTo(404);
        assertThat(service.get(ELSEWHERE, path).status()).isEqualTo(404);
        assertThat(service.get(OFFICER, "/api/approvals").json().get("items")).isEmpty();
        Answer refused = service.post(OFFICER, path + "/approval", "\"1\"", Samples.approval());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("title").asString()).isEqualTo("ไม่สามารถพิจารณาคำขอของตนเองได้");
        assertThat(service.post(ELSEWHERE, path + "/approval", "\"1\"", Samples.approval())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aRefusalIsAProblemInThaiOrInEnglishWhenThatIsAsked() {
        String path = submit("refused", false);
        String decided = submit("refused-decided", false);
        service.post(HEAD, decided + "/rejection", "\"1\"", REJECTION);

        assertProblem(HEAD, "/api/approvals/nothing-1/approval", "\"1\"", 404, "ไม่พบรายการ", "There is no such thing");
        assertProblem(OFFICER, path + "/approval", "\"1\"", 403, "ไม่สามารถพิจารณาคำขอของตนเอง", "Nobody decides");
        assertProblem(
                HEAD, decided + "/approval", "\"2\"", 409, "ทำรายการนี้ในสถานะปัจจุบันไม่ได้", "This is not possible");
        assertProblem(HEAD, path + "/approval", "\"7\"", 412, "ข้อมูลถูกแก้ไข", "It was changed");
        assertProblem(HEAD, path + "/approval", "", 428, "ต้องระบุรุ่นของข้อมูล", "Say which version");
    }

    private static void assertProblem(
            Identity who, String path, String ifMatch, int status, String thai, String english) {
        Answer refused = service.post(who, path, ifMatch, Samples.approval());
        HttpRequest.Builder call = service.call(who, path)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(Samples.approval())));
        if (!ifMatch.isEmpty()) {
            call.header("If-Match", ifMatch);
        }
        Answer inEnglish = service.send(call);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("title").asString()).startsWith(thai);
        assertThat(inEnglish.status()).isEqualTo(status);
        assertThat(inEnglish.json().get("title").asString()).startsWith(english);
    }

    @Test
    void aDecisionNamesTheVersionThatWasRead() {
        String path = submit("versioned", false);

        assertThat(service.post(HEAD, path + "/approval", "", Samples.approval())
                        .status())
                .isEqualTo(428);
        assertThat(service.post(HEAD, path + "/approval", "\"7\"", Samples.approval())
                        .status())
                .isEqualTo(412);
        assertThat(service.post(HEAD, path + "/approval", "\"1\"", "{\"publicationPeriod\":7}")
                        .status())
                .isEqualTo(400);
        assertThat(service.get(HEAD, path).json().get("status").asString()).isEqualTo("PENDING");
    }

    @Test
    void ofTwoApproversAtOnceExactlyOneDecides() {
        String path = submit("contested", false);

        CompletableFuture<Answer> one = CompletableFuture.supplyAsync(
                () -> service.post(HEAD, path + "/approval", "\"1\"", Samples.approval()));
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(
                () -> service.post(DEPUTY, path + "/approval", "\"1\"", Samples.approval()));

        List<Integer> statuses = List.of(one.join().status(), other.join().status());
        assertThat(statuses).contains(200);
        assertThat(statuses).containsAnyOf(409, 412);
        told.await(Approved.class, "contested");
        assertThat(told.all(Approved.class, "contested")).hasSize(1);
    }

    @Test
    void aSubmissionThatComesTwiceMakesOneCase() {
        RequestSubmitted submitted = Samples.submitted("twice", Samples.MALEE, false);
        String eventId = service.tell(submitted);
        String path = awaitCase("twice");
        service.post(HEAD, path + "/approval", "\"1\"", Samples.approval());

        service.tell(submitted, eventId);
        service.tell(submitted);
        // Of the same request, hence behind them in the same partition.
        service.tell(new RequestSubmitted(
                "twice",
                2,
                submitted.requester(),
                submitted.form(),
                submitted.attachments(),
                submitted.digest(),
                1,
                List.of(),
                Samples.DUE));
        await().atMost(PATIENCE)
                .until(() -> service.get(HEAD, "/api/approvals/twice-2").status() == 200);

        Answer found = service.get(HEAD, path);
        assertThat(found.json().get("status").asString()).isEqualTo("APPROVED");
        assertThat(found.tag()).as("neither came through").isEqualTo("\"2\"");
    }

    @Test
    void aWithdrawalThatComesBeforeItsSubmissionIsKept() {
        service.tell(new RequestWithdrawn("early", 1, Samples.MALEE, "ส่งผิด"));
        RequestSubmitted submitted = Samples.submitted("early", Samples.MALEE, false);

        service.tell(submitted);

        await().atMost(PATIENCE).until(() -> {
            Answer found = service.get(HEAD, "/api/approvals/early-1");
            return found.status() == 200
                    && found.json().get("status").asString().equals("WITHDRAWN");
        });
    }

    @Test
    void aRevokedOrderStopsWorking() {
        Identity former = new Identity(
                new Person("former", "อดีตหัวหน้า", "นักวิชาการ"), Samples.OFFICE, "health", Set.of(Role.APPROVER));
        String path = submit("revoked", false);
        service.tell(Samples.order("order-9", "former", Duty.APPROVE, false));
        await().atMost(PATIENCE).until(() -> service.get(former, path).status() == 200);

        AppointmentOrderDefined revoked = Samples.order("order-9", "former", Duty.APPROVE, true);
        service.tell(revoked);

        await().atMost(PATIENCE).until(() -> service.get(former, path).status() == 404);
        assertThat(service.post(former, path + "/approval", "\"1\"", Samples.approval())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theFilesCanBeReadWhereTheRequestCan() {
        String path = submit("with-file", false);
        byte[] content = "%PDF-1.7 .".getBytes(StandardCharsets.UTF_8);
        service.bean(ObjectStore.class)
                .put(
                        Bucket.INCOMING,
                        Samples.PDF.key(),
                        new ByteArrayInputStream(content),
                        content.length,
                        "application/pdf");

        Answer file = service.get(HEAD, path + "/attachments/f1");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.response().body()).isEqualTo(content);
        assertThat(file.header("Content-Disposition")).startsWith("inline").contains("UTF-8''%E0%B8%9B");
        assertThat(service.get(OFFICER, path + "/attachments/f1").status()).isEqualTo(404);
    }

    @Test
    void thePlainTextsExistInBothLanguages() {
        assertThat(keys("th")).isEqualTo(keys("en")).isNotEmpty();
    }

    private static Set<String> keys(String language) {
        return new HashSet<>(ResourceBundle.getBundle("org.prakat.approval.problems", Locale.forLanguageTag(language))
                .keySet());
    }

    @Test
    void anUrgentRequestIsApprovedByWordOfMouthAndConfirmedInWriting() {
        String path = submit("by-word", true);
        assertThat(service.get(OFFICER, path).status())
                .as("who may record it sees it")
                .isEqualTo(200);

        VerbalRecord said = new VerbalRecord(
                "head",
                CLOCK.instant(),
                "TELEPHONE",
                "นายวิชัยอยู่ด้วย",
                "news",
                PublicationPeriod.days(30),
                "webmaster",
                null);
        Answer recorded = service.post(OFFICER, path + "/verbal-approval", "\"1\"", said);

        assertThat(recorded.status()).isEqualTo(200);
        assertThat(told.await(Approved.class, "by-word").verbal().note()).isEqualTo("นายวิชัยอยู่ด้วย");
        assertThat(service.post(OFFICER, path + "/confirmation", recorded.tag(), Samples.confirmation())
                        .status())
                .isEqualTo(403);
        Answer confirmed = service.post(HEAD, path + "/confirmation", recorded.tag(), Samples.confirmation());
        assertThat(confirmed.status()).isEqualTo(200);
        assertThat(told.await(VerbalApprovalConfirmed.class, "by-word").checks())
                .hasSize(2);
        Identity auditor = new Identity(Samples.WEBMASTER, Samples.OFFICE, null, Set.of(Role.AUDITOR));
        JsonNode statistics = service.get(auditor, "/api/approvals/statistics?fiscalYear=2570")
                .json();
        assertThat(statistics.get("verbal").asInt()).isPositive();
        assertThat(statistics.get("byStatus").get("APPROVED").asInt()).isPositive();
        assertThat(service.get(HEAD, "/api/approvals/statistics?fiscalYear=2570")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatTheWebmasterSendsBackComesBeforeTheApproverAgain() {
        String path = submit("again", false);
        service.post(HEAD, path + "/approval", "\"1\"", Samples.approval());

        service.tell(new ReturnedToApprover(
                "again",
                1,
                Samples.WEBMASTER,
                Samples.HEADS_ORDER.reference(),
                List.of(new RejectionReason("OTHER", "ผิดหมวด")),
                Samples.DUE));

        await().atMost(PATIENCE)
                .until(() -> service.get(HEAD, path).json().get("round").asInt() == 2);
        assertThat(service.get(HEAD, path).text()).contains("ผิดหมวด");
        Answer approved =
                service.post(HEAD, path + "/approval", service.get(HEAD, path).tag(), Samples.approval());
        assertThat(approved.status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> told.all(Approved.class, "again").size() == 2);
    }

    @Test
    void whatIsOverdueIsListed() {
        String path = submit("late", false);

        service.tell(new StepOverdue("late", 1, ProcedureStep.APPROVAL, Samples.DUE.at()));

        await().atMost(PATIENCE)
                .until(() -> service.get(HEAD, "/api/approvals/overdue").text().contains("late"));
        service.post(HEAD, path + "/rejection", service.get(HEAD, path).tag(), REJECTION);
        assertThat(service.get(HEAD, "/api/approvals/overdue").text()).doesNotContain("\"late-1\"");
    }

    @Test
    void aDeputyDecidesOnlyWhileTheHeadIsAway() {
        Identity deputy = new Identity(
                new Person("acting", "อนันต์", "นักวิชาการ"), Samples.OFFICE, "health", Set.of(Role.APPROVER));
        String path = submit("deputised", false);
        service.tell(Samples.deputysOrder());
        service.tell(staff("acting", 1, List.of()));
        service.tell(staff("head", 1, List.of()));
        ReferenceData reference = service.bean(ReferenceData.class);
        await().atMost(PATIENCE)
                .until(() -> reference.staff("head").isPresent()
                        && !reference.ordersOf("acting").isEmpty());
        assertThat(service.get(deputy, path).status()).isEqualTo(404);

        LocalDate today = OfficeZone.dateOf(CLOCK.instant());
        service.tell(staff("head", 2, List.of(new StaffDefined.Absence(today, today))));
        await().atMost(PATIENCE).until(() -> service.get(deputy, path).status() == 200);
        Answer approved = service.post(deputy, path + "/approval", "\"1\"", Samples.approval());

        assertThat(approved.status()).isEqualTo(200);
        Approved event = told.await(Approved.class, "deputised");
        assertThat(event.actingFor().head().id()).isEqualTo("head");
        assertThat(event.order().number()).isEqualTo("15/2569");
    }

    @Test
    void theHeadsOwnRequestWaitsForTheirDeputyAndNotForThem() {
        Identity deputy = new Identity(
                new Person("acting", "อนันต์", "นักวิชาการ"), Samples.OFFICE, "health", Set.of(Role.APPROVER));
        service.tell(Samples.deputysOrder());
        service.tell(staff("acting", 1, List.of()));
        service.tell(Samples.submitted("of-the-head", Samples.HEAD, false));
        String path = "/api/approvals/of-the-head-1";
        await().atMost(PATIENCE).until(() -> service.get(deputy, path).status() == 200);

        assertThat(service.get(deputy, "/api/approvals?status=PENDING&limit=200")
                        .text())
                .contains("\"of-the-head-1\"");
        assertThat(service.get(HEAD, "/api/approvals?status=PENDING&limit=200").text())
                .doesNotContain("\"of-the-head-1\"");
        assertThat(service.get(deputy, path + "/approvers").text()).contains("\"acting\"");
        assertThat(service.post(deputy, path + "/approval", "\"1\"", Samples.approval())
                        .status())
                .isEqualTo(200);
        assertThat(told.await(Approved.class, "of-the-head").order().number()).isEqualTo("15/2569");
    }

    private static StaffDefined staff(String id, long version, List<StaffDefined.Absence> absences) {
        return new StaffDefined(
                id, version, "ชื่อ " + id, "ตำแหน่ง", null, Samples.OFFICE, "health", absences, false, true);
    }

    private static String submit(String id, boolean urgent) {
        service.tell(Samples.submitted(id, Samples.MALEE, urgent));
        return awaitCase(id);
    }

    private static String awaitCase(String id) {
        String path = "/api/approvals/" + id + "-1";
        await().atMost(PATIENCE).until(() -> service.get(HEAD, path).status() == 200);
        return path;
    }
}
