package org.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.Approved;
import org.prakat.common.event.ChangesRequested;
import org.prakat.common.event.Check;
import org.prakat.common.event.Concern;
import org.prakat.common.event.Due;
import org.prakat.common.event.Extended;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.ProcedureStep;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.event.Topic;
import org.prakat.common.event.VerbalApproval;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.common.testing.ToldEvents;
import org.prakat.request.adapter.out.text.BundledNoticeWords;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.Delivery;
import org.prakat.request.domain.Draft;
import org.prakat.request.domain.Notice;
import org.prakat.request.domain.OpenDeadline;
import org.prakat.request.domain.Samples;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on its own: HTTP in, events out, events in, mail out. */
class RequestServiceTest {

    private static final SteppedClock CLOCK = new SteppedClock(Samples.NOW);
    private static final Identity MALEE = new Identity(Samples.MALEE, Samples.OFFICE, "finance", Set.of(Role.OFFICER));
    private static final Identity HEAD = new Identity(
            new Person("somchai", "สมชาย รักงาน", "หัวหน้ากลุ่มงาน"), Samples.OFFICE, "finance", Set.of(Role.APPROVER));
    private static final Identity STRANGER =
            new Identity(new Person("other", "คนอื่น", "เจ้าหน้าที่"), Samples.OFFICE, "finance", Set.of(Role.OFFICER));
    private static final OrderReference ORDER = new OrderReference("o1", "12/2569");
    private static final GreenMail MAILBOX = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static ServiceUnderTest service;
    private static ToldEvents told;

    @BeforeAll
    static void start() {
        MAILBOX.start();
        service = ServiceUnderTest.start(
                RequestServiceApplication.application(),
                "request-service-test",
                CLOCK,
                Map.of(
                        "spring.mail.host", "127.0.0.1",
                        "spring.mail.port", MAILBOX.getSmtp().getPort(),
                        "prakat.mail.interval", "100ms"));
        told = new ToldEvents(Topic.REQUEST_EVENTS);
        service.tell(Samples.FINANCE);
        service.tell(Samples.PROCUREMENT);
        service.tell(new StaffDefined(
                "malee",
                1,
                "มาลี ใจดี",
                "นักวิชาการ",
                "malee@example.go.th",
                Samples.OFFICE,
                "finance",
                List.of(),
                false,
                true));
        service.tell(new StaffDefined(
                "somchai",
                1,
                "สมชาย รักงาน",
                "หัวหน้ากลุ่มงาน",
                null,
                Samples.OFFICE,
                "finance",
                List.of(),
                false,
                true));
        LocalDate day = LocalDate.of(2026, 10, 1);
        service.tell(new AppointmentOrderDefined(
                "o1",
                1,
                "12/2569",
                day,
                "somchai",
                Samples.OFFICE,
                "finance",
                Set.of(Duty.APPROVE),
                null,
                null,
                day,
                null,
                false));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode choices = service.get(MALEE, "/api/form-choices").json();
            return choices.get("categories").size() == 1
                    && choices.get("workGroups").size() == 1;
        });
    }

    @AfterAll
    static void stop() {
        told.close();
        service.close();
        MAILBOX.stop();
    }

    @Test
    void theOwnerFillsInTheFormAttachesFilesAndSubmits() {
        Answer begun = service.post(MALEE, "/api/requests", "", Samples.draft());
        assertThat(begun.status()).isEqualTo(201);
        String path = begun.header("Location");

        byte[] file = SampleFiles.pdf("first");
        Answer withOne = upload(path, "ประกาศ.pdf", "application/pdf", file);
        Answer withTwo = upload(path, "ตาราง.xlsx", "application/octet-stream", SampleFiles.xlsx("x"));
        assertThat(withOne.status()).isEqualTo(200);
        assertThat(withTwo.status()).isEqualTo(200);
        String first = withTwo.json().get("attachments").get(0).get("id").asString();
        String second = withTwo.json().get("attachments").get(1).get("id").asString();
        Answer reordered = service.put(MALEE, path + "/attachments/order", withTwo.tag(), List.of(second, first));
        assertThat(reordered.json().get("attachments").get(0).get("fileName").asString())
                .isEqualTo("ตาราง.xlsx");
        Answer removed = service.delete(MALEE, path + "/attachments/" + second, reordered.tag());
        assertThat(removed.json().get("attachments")).hasSize(1);
        assertThat(service.get(MALEE, path + "/attachments/" + second).status()).isEqualTo(404);

        Answer submitted = service.post(MALEE, path + "/submission", removed.tag(), "");

        assertThat(submitted.status()).isEqualTo(200);
        assertThat(submitted.json().get("status").asString()).isEqualTo("SUBMITTED");
        String id = submitted.json().get("id").asString();
        RequestSubmitted event = told.await(RequestSubmitted.class, id);
        assertThat(event.attachments()).singleElement().satisfies(attached -> {
            assertThat(attached.fileName()).isEqualTo("ประกาศ.pdf");
            assertThat(attached.order()).isEqualTo(1);
        });
        assertThat(service.get(HEAD, path + "/attachments/" + first).response().body())
                .isEqualTo(file);
    }

    @Test
    void strangersSeeNothingOfARequest() {
        String path = begin();

        assertThat(service.get(STRANGER, path).status()).isEqualTo(404);
        assertThat(service.get(HEAD, path).status())
                .as("a draft is its owner's alone")
                .isEqualTo(404);
        assertThat(service.post(STRANGER, path + "/submission", "\"1\"", "").status())
                .isEqualTo(404);
        assertThat(service.get(path).status()).isEqualTo(401);
        assertThat(service.get(STRANGER, "/api/requests").json().get("items")).isEmpty();
    }

    @Test
    void anEditOfAStaleVersionChangesNothing() {
        String path = begin();
        Draft edited = Samples.draft();

        assertThat(service.put(MALEE, path, "\"1\"", edited).status()).isEqualTo(200);
        assertThat(service.put(MALEE, path, "\"1\"", edited).status()).isEqualTo(412);
        assertThat(service.put(MALEE, path, "", edited).status()).isEqualTo(428);
        assertThat(service.get(MALEE, path).tag()).isEqualTo("\"2\"");
    }

    @Test
    void anIncompleteFormIsRefusedWithAllItsFaultsInThai() {
        Answer begun = service.post(MALEE, "/api/requests", "", "{}");

        Answer refused = service.post(MALEE, begun.header("Location") + "/submission", begun.tag(), "");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.json().get("faults")).hasSize(8);
        assertThat(refused.json().get("faults").get(0).get("message").asString())
                .isEqualTo("กรุณากรอกข้อมูล");
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefusedAndLeavesNothing() {
        String path = begin();

        Answer refused = upload(path, "รูป.pdf", "application/pdf", SampleFiles.png());

        assertThat(refused.status()).isEqualTo(415);
        assertThat(service.get(MALEE, path).json().get("attachments")).isEmpty();
    }

    @Test
    void theOwnerFollowsTheRequestAndIsToldAtEachTurnOnce() throws Exception {
        String path = submit();
        String id = path.substring(path.lastIndexOf('/') + 1);
        RequestSubmitted submitted = told.await(RequestSubmitted.class, id);
        Person webmaster = new Person("wichai", "วิชัย ขยัน", "นักวิชาการคอมพิวเตอร์");
        Instant expires = Instant.parse("2027-02-28T17:00:00Z");
        Published published = new Published(
                id,
                1,
                webmaster,
                ORDER,
                "ประกาศ",
                "procurement",
                2570,
                1,
                "/items/" + id,
                CLOCK.instant(),
                expires,
                List.of(),
                null);

        // Published overtakes Approved: the topics have no order among each other.
        String publishedId = service.tell(published);
        await().atMost(Duration.ofSeconds(20)).until(() -> status(path).equals("PUBLISHED"));
        service.tell(approved(submitted, webmaster));
        service.tell(published, publishedId);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get(MALEE, path + "/timeline").json().size() == 4);

        assertThat(status(path)).isEqualTo("PUBLISHED");
        JsonNode notices = service.get(MALEE, "/api/notices").json();
        List<String> kinds = notices.get("items")
                .valueStream()
                .filter(notice -> notice.get("requestId").asString().equals(id))
                .map(notice -> notice.get("kind").asString())
                .toList();
        assertThat(kinds).containsExactlyInAnyOrder("PUBLISHED", "APPROVED");
        await().atMost(Duration.ofSeconds(20)).until(() -> mailAbout("เผยแพร่แล้ว: ประกาศผลการจัดซื้อ") == 1);
    }

    @Test
    void aRefusalReachesTheOwnerWithItsReasonsAndOpensTheNextRevision() {
        String path = submit();
        String id = path.substring(path.lastIndexOf('/') + 1);
        service.tell(new Rejected(
                id, 1, HEAD.person(), ORDER, List.of(new RejectionReason("INCORRECT", "ยอดรวมไม่ถูกต้อง"))));
        await().atMost(Duration.ofSeconds(20)).until(() -> status(path).equals("REJECTED"));

        JsonNode notices = service.get(MALEE, "/api/notices").json().get("items");
        assertThat(notices.valueStream().map(notice -> notice.get("body").asString()))
                .anySatisfy(body -> assertThat(body).contains("ยอดรวมไม่ถูกต้อง"));

        Answer revised =
                service.post(MALEE, path + "/revision", service.get(MALEE, path).tag(), "");
        Answer again = service.post(MALEE, path + "/submission", revised.tag(), "");

        assertThat(again.json().get("revision").asInt()).isEqualTo(2);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> told.all(RequestSubmitted.class, id).size() == 2);
    }

    @Test
    void whoMayDecideIsToldThatThereIsSomethingToDecide() {
        String path = submit();
        String id = path.substring(path.lastIndexOf('/') + 1);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> kindsOfNotices(HEAD, id).contains("SUBMITTED"));
        assertThat(kindsOfNotices(MALEE, id)).isEmpty();

        service.tell(new StepOverdue(id, 1, ProcedureStep.APPROVAL, CLOCK.instant()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> kindsOfNotices(HEAD, id).contains("APPROVAL_OVERDUE"));
    }

    @Test
    void whatIsOnTheSiteCanBeExtendedByARequestOfItsOwn() {
        String path = submit("คู่มือประชาชน");
        String id = path.substring(path.lastIndexOf('/') + 1);
        Person webmaster = new Person("wichai", "วิชัย ขยัน", "นักวิชาการคอมพิวเตอร์");
        Instant end = CLOCK.instant().plus(Duration.ofDays(30));
        service.tell(new Published(
                id,
                1,
                webmaster,
                ORDER,
                "t",
                "procurement",
                2570,
                2,
                "/items/" + id,
                CLOCK.instant(),
                end,
                List.of(),
                null));
        await().atMost(Duration.ofSeconds(20)).until(() -> status(path).equals("PUBLISHED"));

        Answer begun = service.post(MALEE, path + "/amendments", "", Map.of("kind", "EXTEND"));
        assertThat(begun.status()).isEqualTo(201);
        Identity otherGroup = new Identity(STRANGER.person(), Samples.OFFICE, "health", Set.of(Role.OFFICER));
        assertThat(service.post(otherGroup, path + "/amendments", "", Map.of("kind", "EXTEND"))
                        .status())
                .isEqualTo(404);
        String extension = begun.header("Location");
        Map<String, Object> form = new HashMap<>(JsonMapper.shared()
                .convertValue(begun.json().get("form"), new TypeReference<Map<String, Object>>() {}));
        form.put("remark", "ยังต้องใช้");
        Answer edited = service.put(MALEE, extension, begun.tag(), form);
        Answer submitted = service.post(MALEE, extension + "/submission", edited.tag(), "");
        assertThat(submitted.text()).contains("SUBMITTED");
        String extensionId = submitted.json().get("id").asString();
        assertThat(told.await(RequestSubmitted.class, extensionId).form().concerning())
                .isEqualTo(new Concern(Concern.Kind.EXTEND, id));

        Instant later = end.plus(Duration.ofDays(30));
        service.tell(new Extended(id, 1, extensionId, webmaster, ORDER, later, List.of()));

        await().atMost(Duration.ofSeconds(20)).until(() -> status(extension).equals("COMPLETED"));
        assertThat(service.get(MALEE, path)
                        .json()
                        .get("publication")
                        .get("expiresAt")
                        .asString())
                .isEqualTo(later.toString());
    }

    @Test
    void aCopyHasItsOwnFilesAndASecondOneIsDoubted() throws Exception {
        String path = begin();
        byte[] file = SampleFiles.pdf("copied");
        Answer attached = upload(path, "ต้นฉบับ.pdf", "application/pdf", file);
        service.post(MALEE, path + "/submission", attached.tag(), "");

        Answer copy = service.post(MALEE, path + "/copy", "", "");

        assertThat(copy.status()).isEqualTo(201);
        String copyPath = copy.header("Location");
        String fileId = copy.json().get("attachments").get(0).get("id").asString();
        assertThat(service.get(MALEE, copyPath + "/attachments/" + fileId)
                        .response()
                        .body())
                .isEqualTo(file);
        assertThat(service.get(MALEE, copyPath + "/warnings").text())
                .contains("LIKELY_DUPLICATE")
                .contains("attachments." + fileId);
    }

    @Test
    void theHeadsOwnRequestIsToldToTheirDeputyWhoReadsAndMayDecideIt() {
        Identity deputy = new Identity(
                new Person("deputy", "อนันต์ ช่วยงาน", "นักวิชาการ"), Samples.OFFICE, "finance", Set.of(Role.APPROVER));
        appoint("deputy", "o8", "18/2569", "somchai");
        Identity headWhoAsks = new Identity(HEAD.person(), Samples.OFFICE, "finance", Set.of(Role.OFFICER));

        String path = submit(headWhoAsks, "คำขอของหัวหน้า");

        assertThat(approvers(headWhoAsks, path)).contains("deputy").doesNotContain("somchai");
        String id = path.substring(path.lastIndexOf('/') + 1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kindsOfNotices(deputy, id)).containsExactly("SUBMITTED"));
        assertThat(service.get(deputy, path).status()).isEqualTo(200);
        assertThat(kindsOfNotices(HEAD, id)).isEmpty();
    }

    @Test
    void theOwnerSeesWhoMayDecideWhichIsNoDeputyWhileTheHeadIsThere() {
        appoint("deputy", "o8", "18/2569", "somchai");
        String path = submit();

        assertThat(approvers(MALEE, path)).contains("somchai").doesNotContain("deputy");
        assertThat(service.get(STRANGER, path + "/approvers").status()).isEqualTo(404);
    }

    private static List<String> approvers(Identity who, String path) {
        Answer answer = service.get(who, path + "/approvers");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json()
                .valueStream()
                .map(approver -> approver.get("id").asString())
                .toList();
    }

    @Test
    void theSubmissionsCanBeReadAndCompared() {
        String path = submit();
        String id = path.substring(path.lastIndexOf('/') + 1);
        service.tell(new ChangesRequested(
                id, 1, HEAD.person(), ORDER, List.of(new RejectionReason("INCOMPLETE", "ขาดแหล่งที่มา"))));
        await().atMost(Duration.ofSeconds(20)).until(() -> status(path).equals("CHANGES_REQUESTED"));
        Answer revised =
                service.post(MALEE, path + "/revision", service.get(MALEE, path).tag(), "");
        Map<String, Object> form = new HashMap<>(JsonMapper.shared()
                .convertValue(revised.json().get("form"), new TypeReference<Map<String, Object>>() {}));
        form.put("source", "แหล่งที่มาใหม่");
        Answer edited = service.put(MALEE, path, revised.tag(), form);
        service.post(MALEE, path + "/submission", edited.tag(), "");

        assertThat(service.get(MALEE, path + "/revisions").json()).hasSize(2);
        JsonNode changes =
                service.get(MALEE, path + "/revisions/2/changes?from=1").json();
        assertThat(changes.get("fields").get(0).get("field").asString()).isEqualTo("source");
        assertThat(changes.get("fields").get(0).get("after").asString()).isEqualTo("แหล่งที่มาใหม่");
        assertThat(service.get(STRANGER, path + "/revisions").status()).isEqualTo(404);
    }

    @Test
    void theRegisterListsWhatWasSubmittedInAFiscalYearWithTheTimesOfItsSteps() {
        String path = submit();
        String id = path.substring(path.lastIndexOf('/') + 1);
        CLOCK.advance(Duration.ofMinutes(90));
        service.tell(
                new Rejected(id, 1, HEAD.person(), ORDER, List.of(new RejectionReason("OUT_OF_DATE", "ข้อมูลเก่า"))));
        await().atMost(Duration.ofSeconds(20)).until(() -> status(path).equals("REJECTED"));

        Answer csv = service.get(HEAD, "/api/requests/register?fiscalYear=2570");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().lines().filter(line -> line.startsWith(id)))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("ประกาศผลการจัดซื้อ", "REJECTED", "OUT_OF_DATE", "1.5");
        assertThat(service.get(HEAD, "/api/requests/register?fiscalYear=2569").text())
                .doesNotContain(id);
        assertThat(service.get(HEAD, "/api/requests/register?fiscalYear=2570&format=XLSX")
                        .response()
                        .body())
                .startsWith('P', 'K');
        JsonNode statistics =
                service.get(HEAD, "/api/requests/statistics?fiscalYear=2570").json();
        assertThat(statistics.get("byReason").get("OUT_OF_DATE").asInt()).isEqualTo(1);
        assertThat(statistics.get("decision").get("count").asInt()).isPositive();
        assertThat(service.get(MALEE, "/api/requests/register?fiscalYear=2570").status())
                .isEqualTo(403);
        assertThat(service.get(MALEE, "/api/requests/statistics?fiscalYear=2570")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theOfficialFormIsFilledInByEverybodyInTurn() {
        String path = submit("แผนปฏิบัติการประจำปี");
        String id = path.substring(path.lastIndexOf('/') + 1);
        RequestSubmitted submitted = told.await(RequestSubmitted.class, id);
        JsonNode atFirst = service.get(HEAD, path + "/form").json();
        assertThat(atFirst.get("submission").get("form").get("title").asString())
                .isEqualTo("แผนปฏิบัติการประจำปี");
        assertThat(atFirst.get("workGroup").get("th").asString()).isEqualTo("กลุ่มงานบริหาร");
        assertThat(atFirst.get("signatures").get("owner").get("name").asString())
                .isEqualTo("มาลี ใจดี");
        assertThat(atFirst.get("checks").get(0).get("outcome").asString()).isEqualTo("OPEN");

        Person webmaster = new Person("wichai", "วิชัย ขยัน", "นักวิชาการคอมพิวเตอร์");
        service.tell(saidByTelephone(submitted, webmaster));
        service.tell(new VerbalApprovalConfirmed(
                id, 1, HEAD.person(), ORDER, List.of(new Check("2.1", "ตามกรอบ"), new Check("2.2", null)), "d"));
        service.tell(published(id, webmaster, 41, null, null));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> service.get(MALEE, path + "/timeline").json().size() == 5);

        JsonNode form = service.get(MALEE, path + "/form?revision=1").json();
        assertThat(form.get("checks")
                        .valueStream()
                        .map(check -> check.get("step").asString() + " "
                                + check.get("outcome").asString()))
                .containsExactly("2.1 PASSED", "2.2 PASSED", "3.1 PASSED");
        assertThat(form.get("decision").get("webmaster").get("id").asString()).isEqualTo("wichai");
        assertThat(form.get("publication").get("publishingOrder").asInt()).isEqualTo(41);
        JsonNode approver = form.get("signatures").get("approver");
        assertThat(approver.get("orderNumber").asString()).isEqualTo("12/2569");
        assertThat(approver.get("verbal").get("means").asString()).isEqualTo("TELEPHONE");
        assertThat(approver.get("verbal").get("recordedBy").get("id").asString())
                .isEqualTo("malee");
        assertThat(approver.get("verbal").get("confirmation").get("name").asString())
                .isEqualTo("สมชาย รักงาน");
        assertThat(form.get("signatures").get("webmaster").get("position").asString())
                .isEqualTo("นักวิชาการคอมพิวเตอร์");
        assertThat(service.get(MALEE, path + "/form?revision=2").status()).isEqualTo(404);
        assertThat(service.get(STRANGER, path + "/form").status()).isEqualTo(404);
        assertThat(service.get(MALEE, begin() + "/form").status()).isEqualTo(404);
    }

    @Test
    void whatWaitsForAPersonStandsInTheirCalendarAsLongAsItDoes() throws Exception {
        String title = "แผนการจัดซื้อ; ฉบับแก้ไข, ครั้งที่ 2 " + "ของสำนักงานสาธารณสุขอำเภอวังสะพุง";
        String path = submit(title);
        String id = path.substring(path.lastIndexOf('/') + 1);
        String approvers = openCalendar(HEAD);
        String owners = openCalendar(MALEE);

        Answer feed = service.get(approvers);

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).isEqualTo("text/calendar;charset=utf-8");
        assertThat(feed.header("Cache-Control")).startsWith("private");
        assertThat(feed.text().split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        LocalDate lastDay = OfficeZone.dateOf(
                told.await(RequestSubmitted.class, id).approval().at().minusNanos(1));
        assertThat(event(approvers, id + "-approval")).hasValueSatisfying(event -> {
            assertThat(event.getSummary().getValue()).isEqualTo("ต้องพิจารณา: " + title);
            assertThat(event.getDateTimeStart().getDate()).isEqualTo(lastDay);
        });
        assertThat(event(owners, id + "-approval")).isEmpty();

        Person webmaster = new Person("wichai", "วิชัย ขยัน", "นักวิชาการคอมพิวเตอร์");
        Instant end = OfficeZone.startOf(lastDay.plusDays(30));
        service.tell(saidByTelephone(told.await(RequestSubmitted.class, id), webmaster));
        service.tell(published(id, webmaster, 43, end, new Due(end.minusSeconds(9), end.minusSeconds(1))));
        await().atMost(Duration.ofSeconds(20)).until(() -> status(path).equals("PUBLISHED"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> event(approvers, id + "-confirmation").isPresent());

        assertThat(event(approvers, id + "-approval")).isEmpty();
        assertThat(event(approvers, id + "-expiry")).isEmpty();
        assertThat(event(owners, id + "-expiry"))
                .hasValueSatisfying(
                        event -> assertThat(event.getDateTimeStart().getDate()).isEqualTo(lastDay.plusDays(29)));
        assertThat(event(owners, id + "-currency_check")).isPresent();
    }

    @Test
    void theAddressOfACalendarIsASecretThatEndsWhenItsOwnerSaysSo() {
        String first = openCalendar(MALEE);
        assertThat(first).matches("/calendar/[A-Za-z0-9_-]{43}\\.ics");
        String second = openCalendar(MALEE);

        assertThat(service.get(first).status())
                .as("the new one takes its place")
                .isEqualTo(404);
        assertThat(service.get(second).status()).isEqualTo(200);
        assertThat(service.bean(MongoDatabase.class)
                        .getCollection("calendar_feeds")
                        .find()
                        .map(Document::toJson))
                .noneMatch(stored -> stored.contains(second.substring("/calendar/".length(), second.length() - 4)))
                .anyMatch(stored -> stored.contains("\"malee\""));
        assertThat(service.delete(MALEE, "/api/me/calendar", "").status()).isEqualTo(204);
        assertThat(service.get(second).status()).isEqualTo(404);
        assertThat(service.get("/calendar/x.ics").status()).isEqualTo(404);
        assertThat(service.get(openCalendar(STRANGER)).status())
                .as("an account that is not known to be active")
                .isEqualTo(404);
        assertThat(service.get("/api/me/calendar").status()).isEqualTo(401);
    }

    @Test
    void anOwnerDiscardsADraftAndItsFilesAreGone() {
        String path = service.post(MALEE, "/api/requests", "", Samples.draft()).header("Location");
        Answer attached = upload(path, "ทิ้ง.pdf", "application/pdf", SampleFiles.pdf("thrown away"));
        String id = attached.json().get("id").asString();
        String key = service.bean(Requests.class)
                .find(id)
                .orElseThrow()
                .state()
                .attachments()
                .get(0)
                .key();
        ObjectStore store = service.bean(ObjectStore.class);
        assertThat(store.size(Bucket.INCOMING, key)).isPresent();

        assertThat(service.delete(MALEE, path, "\"1\"").status())
                .as("another version")
                .isEqualTo(412);
        assertThat(service.delete(STRANGER, path, attached.tag()).status()).isEqualTo(404);
        assertThat(service.delete(MALEE, path, attached.tag()).status()).isEqualTo(204);

        assertThat(store.size(Bucket.INCOMING, key)).isEmpty();
        assertThat(service.get(MALEE, path).status()).isEqualTo(404);
        assertThat(service.get(MALEE, "/api/requests?limit=200").text()).doesNotContain(id);
    }

    private static String openCalendar(Identity who) {
        Answer opened = service.post(who, "/api/me/calendar", "", "");
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Cache-Control")).isEqualTo("no-store");
        return opened.json().get("address").asString();
    }

    private static Optional<VEvent> event(String feed, String uid) throws Exception {
        Calendar calendar =
                new CalendarBuilder().build(new StringReader(service.get(feed).text()));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .filter(event -> event.getUid().orElseThrow().getValue().startsWith(uid + "@"))
                .findFirst();
    }

    @Test
    void whoeverWishesSoGetsOneMailInTheMorning() throws Exception {
        appoint("digest", "o7", "17/2569", null);
        Identity digest = new Identity(
                new Person("digest", "อ่านทีเดียว", "หัวหน้า"), Samples.OFFICE, "finance", Set.of(Role.APPROVER));
        assertThat(service.put(digest, "/api/notices/delivery", "", Map.of("delivery", "DAILY_DIGEST"))
                        .status())
                .isEqualTo(200);
        submit();
        submit();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        service.get(digest, "/api/notices").json().get("items").size() == 2);
        assertThat(mailTo("digest@example.go.th")).isEmpty();

        CLOCK.set(Delivery.digestAfter(CLOCK.instant()));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> mailTo("digest@example.go.th").size() == 1);
        assertThat(mailTo("digest@example.go.th").get(0).getSubject()).startsWith("สรุปการแจ้งเตือน");
        assertThat(service.put(digest, "/api/notices/delivery", "", Map.of("delivery", "BY_PIGEON"))
                        .status())
                .isEqualTo(400);
    }

    private static List<MimeMessage> mailTo(String address) throws MessagingException {
        List<MimeMessage> found = new ArrayList<>();
        for (MimeMessage message : MAILBOX.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                found.add(message);
            }
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void everyNoticeHasItsWordsInBothLanguages(Notice.Kind kind) {
        Notice notice = new Notice(
                "n", "malee", kind, "r", "ประกาศ", CLOCK.instant(), CLOCK.instant(), "/items/r", List.of(), null);
        BundledNoticeWords words = new BundledNoticeWords("https://office.example/");

        String thai =
                words.subject(notice, Locale.forLanguageTag("th")) + words.body(notice, Locale.forLanguageTag("th"));
        String english = words.subject(notice, Locale.ENGLISH) + words.body(notice, Locale.ENGLISH);

        assertThat(thai).contains("ประกาศ").containsPattern("[ก-ฮ]").isNotEqualTo(english);
        assertThat(english.replace("ประกาศ", "")).containsPattern("[a-z]{3}");
    }

    @Test
    void aNoticeNamesTheFullAddressOfAnItemOnlyWhereOurPagesDoNotLinkIt() {
        Notice notice = new Notice(
                "n",
                "malee",
                Notice.Kind.PUBLISHED_WITHOUT_END,
                "r",
                "ประกาศ",
                CLOCK.instant(),
                null,
                "/items/r",
                List.of(),
                null);
        BundledNoticeWords words = new BundledNoticeWords("https://office.example/");
        Locale thai = Locale.forLanguageTag("th");

        assertThat(words.body(notice, thai)).doesNotContain("/items");
        assertThat(words.bodyElsewhere(notice, thai)).endsWith("\nดูได้ที่ https://office.example/items/r");
    }

    @ParameterizedTest
    @EnumSource
    void everyDeadlineHasItsWordsInBothLanguages(OpenDeadline.Kind kind) {
        OpenDeadline deadline = new OpenDeadline(Samples.submitted(), kind, null, Samples.DUE.at(), Samples.NOW);
        BundledNoticeWords words = new BundledNoticeWords("https://office.example/");
        Locale thai = Locale.forLanguageTag("th");

        assertThat(words.deadline(deadline, thai)).endsWith(": ประกาศผลการจัดซื้อ");
        assertThat(words.deadlineInFull(deadline, thai)).contains("26 พฤศจิกายน 2569 เวลา 24:00\u00a0น.");
        assertThat(words.deadline(deadline, Locale.ENGLISH)).containsPattern("^[A-Z][a-z ]+: ");
        assertThat(words.deadlineInFull(deadline, Locale.ENGLISH)).contains("26 November 2026, 24:00");
        assertThat(words.calendar(thai)).isNotEqualTo(words.calendar(Locale.ENGLISH));
    }

    private static List<String> kindsOfNotices(Identity who, String requestId) {
        return service.get(who, "/api/notices?limit=100")
                .json()
                .get("items")
                .valueStream()
                .filter(notice -> notice.get("requestId").asString().equals(requestId))
                .map(notice -> notice.get("kind").asString())
                .toList();
    }

    private static Approved saidByTelephone(RequestSubmitted request, Person webmaster) {
        VerbalApproval verbal =
                new VerbalApproval(Samples.MALEE, CLOCK.instant(), "TELEPHONE", "ต่อหน้าพยาน", Samples.DUE);
        return approved(request, webmaster, List.of(), verbal);
    }

    private static Approved approved(RequestSubmitted request, Person webmaster) {
        return approved(request, webmaster, List.of(new Check("2.1", null), new Check("2.2", null)), null);
    }

    private static Approved approved(
            RequestSubmitted request, Person webmaster, List<Check> checks, @Nullable VerbalApproval verbal) {
        return new Approved(
                request.requestId(),
                request.revision(),
                request.requester(),
                HEAD.person(),
                ORDER,
                checks,
                "procurement",
                PublicationPeriod.days(90),
                webmaster,
                null,
                request.form(),
                request.attachments(),
                request.digest(),
                1,
                List.of(),
                null,
                verbal,
                Samples.DUE);
    }

    private static Published published(
            String id, Person webmaster, int order, @Nullable Instant end, @Nullable Due currencyCheck) {
        return new Published(
                id,
                1,
                webmaster,
                ORDER,
                "t",
                "procurement",
                2570,
                order,
                "/items/" + id,
                CLOCK.instant(),
                end,
                List.of(),
                currencyCheck);
    }

    private static String begin() {
        return service.post(MALEE, "/api/requests", "", Samples.draft()).header("Location");
    }

    private static String submit() {
        return submit("ประกาศผลการจัดซื้อ");
    }

    /** Appoints somebody new to approve for the group, in their own right or as the deputy of somebody. */
    private static void appoint(String holder, String orderId, String number, @Nullable String deputyFor) {
        service.tell(new StaffDefined(
                holder,
                1,
                "ชื่อ " + holder,
                "หัวหน้า",
                holder + "@example.go.th",
                Samples.OFFICE,
                "finance",
                List.of(),
                false,
                true));
        service.tell(new AppointmentOrderDefined(
                orderId,
                1,
                number,
                Samples.TODAY,
                holder,
                Samples.OFFICE,
                "finance",
                Set.of(Duty.APPROVE),
                deputyFor,
                deputyFor == null ? null : "ACTING_ON_BEHALF",
                Samples.TODAY,
                null,
                false));
        ReferenceData reference = service.bean(ReferenceData.class);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> reference.staff(holder).isPresent()
                        && !reference.ordersOf(holder).isEmpty());
    }

    private static String submit(String title) {
        return submit(MALEE, title);
    }

    private static String submit(Identity requester, String title) {
        Map<String, Object> draft = new HashMap<>(
                JsonMapper.shared().convertValue(Samples.draft(), new TypeReference<Map<String, Object>>() {}));
        draft.put("title", title);
        Answer begun = service.post(requester, "/api/requests", "", draft);
        String path = begun.header("Location");
        assertThat(service.post(requester, path + "/submission", begun.tag(), "")
                        .status())
                .isEqualTo(200);
        return path;
    }

    private static String status(String path) {
        return service.get(MALEE, path).json().get("status").asString();
    }

    private static Answer upload(String path, String name, String mediaType, byte[] content) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return service.upload(MALEE, path + "/attachments?fileName=" + encoded, mediaType, content);
    }

    private static long mailAbout(String subject) throws Exception {
        long found = 0;
        for (MimeMessage message : MAILBOX.getReceivedMessages()) {
            if (subject.equals(message.getSubject())) {
                found++;
            }
        }
        return found;
    }
}
