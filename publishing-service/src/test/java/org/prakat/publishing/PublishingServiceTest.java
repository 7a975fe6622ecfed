package org.prakat.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.calendar.DateText;
import org.prakat.common.calendar.FiscalYear;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.ArchiveDeleted;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Concern;
import org.prakat.common.event.Corrected;
import org.prakat.common.event.Expired;
import org.prakat.common.event.Extended;
import org.prakat.common.event.HoldReleased;
import org.prakat.common.event.ProcedureStep;
import org.prakat.common.event.PublicationDue;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Published;
import org.prakat.common.event.RemovalHeld;
import org.prakat.common.event.Removed;
import org.prakat.common.event.Replaced;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Resumed;
import org.prakat.common.event.RetentionEnded;
import org.prakat.common.event.Returned;
import org.prakat.common.event.ReturnedToApprover;
import org.prakat.common.event.StepOverdue;
import org.prakat.common.event.Suspended;
import org.prakat.common.event.TakenDown;
import org.prakat.common.event.Topic;
import org.prakat.common.event.VerbalApprovalConfirmed;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.table.TableFormat;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.common.testing.ToldEvents;
import org.prakat.publishing.domain.Samples;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;
import tools.jackson.databind.JsonNode;

/** The whole service on its own: what the approver hands over, the webmaster's API, the public site, the end. */
class PublishingServiceTest {

    private static final Duration PATIENCE = PublishingDesk.PATIENCE;
    private static final SteppedClock CLOCK = new SteppedClock(Samples.NOW);
    private static final PublicationPeriod MONTH = PublicationPeriod.days(30);
    private static final Map<String, Object> CHECKED = PublishingDesk.CHECKED;
    private static final Identity WEBMASTER = PublishingDesk.WEBMASTER;
    private static final Identity OFFICER = new Identity(Samples.MALEE, Samples.OFFICE, "health", Set.of(Role.OFFICER));
    private static final Identity AUDITOR = new Identity(Samples.HEAD, Samples.OFFICE, null, Set.of(Role.AUDITOR));
    private static final Identity ELSEWHERE =
            new Identity(Samples.WEBMASTER, "another-office", null, Set.of(Role.WEBMASTER));

    private static PublishingDesk desk;
    private static ServiceUnderTest service;
    private static ToldEvents told;

    @BeforeAll
    static void start() {
        desk = PublishingDesk.open("publishing-service-test", CLOCK, Map.of(), "news", "numbers", "listed");
        service = desk.service();
        told = new ToldEvents(Topic.PUBLICATION_EVENTS);
    }

    @AfterAll
    static void stop() {
        told.close();
        desk.close();
    }

    @Test
    void anItemStandsOnTheSiteExactlyAsLongAsItsPeriodAndThenItsFilesAreInTheArchive() throws Exception {
        byte[] pdf = SampleFiles.pdf("content");
        Attachment file = store("exact", pdf);
        // Newer than what other tests publish, so that it stands on the home page.
        CLOCK.advance(Duration.ofMinutes(1));
        assign("exact", "รายงาน <script>alert(1)</script> ประจำเดือน", "news", MONTH, List.of(file));
        assertThat(service.get("/items/exact").status()).as("not yet").isEqualTo(404);

        Answer published = publish("exact");

        assertThat(published.status()).isEqualTo(200);
        Published event = told.await(Published.class, "exact");
        Answer page = service.get("/items/exact");
        assertThat(page.text())
                .contains("รายงาน &lt;script&gt;alert(1)&lt;/script&gt; ประจำเดือน")
                .contains("กลุ่มงานส่งเสริมสุขภาพ")
                .contains("16 พฤศจิกายน 2569 – 24 พฤศจิกายน 2569")
                .contains(".pdf")
                .contains(file.sha256())
                .doesNotContain("<script>");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(service.get("/items/exact?lang=en").text()).contains("Date of publication");
        assertThat(service.get("/items/exact/files/1/x.pdf").response().body()).isEqualTo(pdf);
        assertThat(service.get("/items/exact/files/2/x.pdf").status()).isEqualTo(404);
        assertThat(everywhere()).allMatch(text -> text.contains("/items/exact"));

        CLOCK.set(event.expiresAt().minusMillis(30_000));
        assertThat(service.get("/items/exact").header("Cache-Control")).isEqualTo("public, max-age=30");
        CLOCK.set(event.expiresAt());
        Answer gone = service.get("/items/exact");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text()).contains("ประจำเดือน");
        assertThat(service.get("/items/exact/files/1/x.pdf").status()).isEqualTo(410);
        assertThat(service.get("/api/public/items/exact").json().get("code").asString())
                .isEqualTo("NO_LONGER_PUBLISHED");
        assertThat(everywhere()).noneMatch(text -> text.contains("/items/exact"));

        Expired expired = new Expired("exact", 1, event.expiresAt());
        String id = service.tell(expired);
        assertThat(told.await(Removed.class, "exact").invisibleSince()).isEqualTo(event.expiresAt());
        service.tell(expired, id);
        service.tell(expired);
        assign("after", "ถัดไป", "news", MONTH, List.of());
        assertThat(told.all(Removed.class, "exact")).hasSize(1);
        ObjectStore files = service.bean(ObjectStore.class);
        assertThat(files.size(Bucket.PUBLISHED, file.key())).isEmpty();
        assertThat(files.size(Bucket.ARCHIVE, file.key())).hasValue(pdf.length);
        assertThat(service.get("/items/exact").status()).isEqualTo(410);
    }

    private static List<String> everywhere() {
        return List.of(
                service.get("/").text(),
                service.get("/categories/news").text(),
                service.get("/search?q=" + URLEncoder.encode("ประจำเดือน", StandardCharsets.UTF_8))
                        .text(),
                service.get("/api/public/items?category=news").text());
    }

    @Test
    void numbersOfACategoryHaveNoGapAndNoDoubleHoweverManyPublishAtOnce() throws Exception {
        int count = 40;
        for (int i = 0; i < count; i++) {
            service.tell(Samples.approved("number-" + i, 1, "ลำดับ " + i, "numbers", MONTH, List.of()));
        }
        for (int i = 0; i < count; i++) {
            awaitAssigned("number-" + i);
        }
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<Answer>> publishing = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "number-" + i;
            publishing.add(people.submit(() -> publish(id)));
        }
        List<Integer> numbers = new ArrayList<>();
        for (Future<Answer> one : publishing) {
            numbers.add(one.get().json().get("standing").get("publishingOrder").asInt());
        }
        people.shutdown();

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, count).boxed().toList());
    }

    @Test
    void aScheduledItemAppearsWhenItsTimeHasCome() {
        assign("scheduled", "ตั้งเวลา", "news", MONTH, List.of());
        Instant time = CLOCK.instant().plus(Duration.ofHours(3));

        Answer scheduled = service.post(
                WEBMASTER,
                "/api/publications/scheduled/publication",
                "\"1\"",
                Map.of("checked", true, "publishAt", time.toString()));

        assertThat(scheduled.json().get("status").asString()).isEqualTo("SCHEDULED");
        assertThat(service.get("/items/scheduled").status()).isEqualTo(404);
        CLOCK.set(time);
        service.tell(new PublicationDue("scheduled", 1, time));
        assertThat(told.await(Published.class, "scheduled").publishedFrom()).isEqualTo(time);
        await().atMost(PATIENCE).until(() -> service.get("/items/scheduled").status() == 200);
    }

    @Test
    void aFileThatIsNotTheApprovedOneIsNotPublished() throws Exception {
        Attachment file = store("tampered", SampleFiles.pdf("approved"));
        assign("tampered", "แก้ไฟล์", "news", MONTH, List.of(file));
        byte[] other = SampleFiles.pdf("exchanged");
        service.bean(ObjectStore.class)
                .put(Bucket.INCOMING, file.key(), new ByteArrayInputStream(other), other.length, "application/pdf");

        Answer refused = publish("tampered");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("DIGEST_MISMATCH");
        assertThat(service.get("/items/tampered").status()).isEqualTo(404);
    }

    @Test
    void aWithdrawalThatOvertakesTheApprovalIsKept() {
        service.tell(new RequestWithdrawn("overtaken", 1, Samples.MALEE, "ส่งผิด"));
        service.tell(Samples.approved("overtaken", 1, "ถอนคืน", "news", MONTH, List.of()));

        await().atMost(PATIENCE).until(() -> {
            Answer found = service.get(WEBMASTER, "/api/publications/overtaken");
            return found.status() == 200
                    && found.json().get("status").asString().equals("WITHDRAWN");
        });
        assertThat(publish("overtaken").status()).isEqualTo(409);
    }

    @Test
    void whatFailsTheCheckGoesBack() {
        assign("returned", "ส่งคืน", "news", MONTH, List.of());
        Map<String, Object> reason = Map.of("code", "INCORRECT", "explanation", "ตัวเลขไม่ตรง");

        Answer returned = service.post(
                WEBMASTER, "/api/publications/returned/return", "\"1\"", Map.of("reasons", List.of(reason)));

        assertThat(returned.status()).isEqualTo(200);
        assertThat(told.await(Returned.class, "returned").reasons().get(0).explanation())
                .isEqualTo("ตัวเลขไม่ตรง");
        service.tell(Samples.approved("returned", 2, "ส่งคืน แก้แล้ว", "news", MONTH, List.of()));
        await().atMost(PATIENCE)
                .until(() -> service.get(WEBMASTER, "/api/publications/returned")
                                .json()
                                .get("revision")
                                .asInt()
                        == 2);
    }

    @Test
    void aNewVersionStandsAtTheSameAddressAndTheOldFilesAreInTheArchive() throws Exception {
        Attachment old = store("replaced", SampleFiles.pdf("old"));
        assign("replaced", "ฉบับแรก", "news", MONTH, List.of(old));
        publish("replaced");
        byte[] pdf = SampleFiles.pdf("new");
        Attachment newer = store("replaced-by", pdf);
        amend("replaced-by", Concern.Kind.REPLACE, "replaced", List.of(newer));
        assertThat(service.get(WEBMASTER, "/api/publications/amendments").text())
                .contains("\"replaced-by\"");

        Answer executed = execute("replaced", "replaced-by");

        assertThat(executed.status()).isEqualTo(200);
        assertThat(told.await(Replaced.class, "replaced").amendment()).isEqualTo("replaced-by");
        assertThat(service.get("/items/replaced").text())
                .contains("แก้ไขของ replaced")
                .contains("ฉบับก่อนหน้า")
                .contains("ฉบับแรก");
        assertThat(service.get("/items/replaced/files/1").response().body()).isEqualTo(pdf);
        ObjectStore files = service.bean(ObjectStore.class);
        assertThat(files.size(Bucket.PUBLISHED, old.key())).isEmpty();
        assertThat(files.size(Bucket.ARCHIVE, old.key())).isPresent();
    }

    @Test
    void whatShowsPersonalDataIsGoneAtOnceWithAllThatLeadsToItsCopies() throws Exception {
        byte[] pdf = SampleFiles.pdf("names");
        Attachment file = store("personal", pdf);
        assign("personal", "รายชื่อผู้ป่วย", "news", MONTH, List.of(file));
        publish("personal");
        assign("personal-copy", "สำเนา", "news", MONTH, List.of(store("personal-copy", pdf)));

        Answer down = post("personal", "/take-down", Map.of("cause", "PERSONAL_DATA", "explanation", "มีชื่อผู้ป่วย"));

        assertThat(down.status()).isEqualTo(200);
        Answer page = service.get("/items/personal");
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("คุ้มครองข้อมูลส่วนบุคคล").doesNotContain("รายชื่อผู้ป่วย");
        assertThat(service.get("/items/personal/files/1").status()).isEqualTo(410);
        assertThat(service.get(WEBMASTER, "/api/publications/personal/copies").text())
                .contains("personal-copy");

        TakenDown event = told.await(TakenDown.class, "personal");
        service.tell(new Expired("personal", 1, event.at()));
        Removed removed = told.await(Removed.class, "personal");
        JsonNode record = service.get(WEBMASTER, "/api/publications/personal/removal-record")
                .json();
        assertThat(record.get("cause").asString()).isEqualTo("PERSONAL_DATA");
        assertThat(record.get("files").get(0).get("sha256").asString()).isEqualTo(file.sha256());
        assertThat(record.get("order").get("number").asString()).isEqualTo("13/2569");

        ObjectStore files = service.bean(ObjectStore.class);
        assertThat(files.size(Bucket.ARCHIVE, file.key())).isPresent();
        service.tell(new RetentionEnded("personal", 1, removed.retainUntil()));
        told.await(ArchiveDeleted.class, "personal");
        assertThat(files.size(Bucket.ARCHIVE, file.key())).isEmpty();
    }

    @Test
    void theAddressOfAReplacedItemLeadsOn() {
        assign("successor", "มาแทน", "news", MONTH, List.of());
        publish("successor");
        assign("leads-on", "ถูกแทน", "news", MONTH, List.of());
        publish("leads-on");

        Map<String, Object> order = Map.of("cause", "REPLACED", "explanation", "มีฉบับใหม่", "successor", "successor");
        assertThat(post("leads-on", "/take-down", order).status()).isEqualTo(200);

        Answer page = service.get("/items/leads-on");
        assertThat(page.status()).isEqualTo(301);
        assertThat(page.header("Location")).isEqualTo("/items/successor");
        assertThat(service.get("/api/public/items/leads-on").header("Location"))
                .endsWith("/api/public/items/successor");
    }

    @Test
    void aHeldItemStaysPastItsEndUntilTheHoldIsReleased() {
        assign("held", "หลักฐานการประเมิน", "news", PublicationPeriod.days(1), List.of());
        publish("held");
        assertThat(post("held", "/hold", Map.of("reason", "หลักฐาน MOIT 5")).status())
                .isEqualTo(200);
        told.await(RemovalHeld.class, "held");

        CLOCK.advance(Duration.ofDays(2));
        service.tell(new Expired("held", 1, CLOCK.instant()));
        assertThat(service.get("/items/held").status()).isEqualTo(200);
        assertThat(service.get("/api/public/items?category=news").text()).contains("/items/held");

        String tag = service.get(WEBMASTER, "/api/publications/held").tag();
        assertThat(service.delete(WEBMASTER, "/api/publications/held/hold", tag).status())
                .isEqualTo(200);
        assertThat(service.get("/items/held").status()).isEqualTo(410);
        service.tell(
                new Expired("held", 1, told.await(HoldReleased.class, "held").at()));
        told.await(Removed.class, "held");
    }

    @Test
    void whatIsNotConfirmedInWritingInTimeIsSuspendedUntilItIs() {
        service.tell(Samples.verbally("verbal", CLOCK.instant()));
        awaitAssigned("verbal");
        publish("verbal");
        assertThat(service.get("/items/verbal").status()).isEqualTo(200);
        assertThat(service.get(WEBMASTER, "/api/publications/verbal")
                        .json()
                        .get("confirmed")
                        .asBoolean())
                .isFalse();

        service.tell(new StepOverdue("verbal", 1, ProcedureStep.CONFIRMATION, CLOCK.instant()));
        told.await(Suspended.class, "verbal");
        Answer suspended = service.get("/items/verbal");
        assertThat(suspended.status()).as("not gone for good").isEqualTo(404);
        assertThat(suspended.text()).contains("ระงับการเผยแพร่ข้อมูลนี้ชั่วคราว");
        Answer asData = service.get("/api/public/items/verbal");
        assertThat(asData.status()).isEqualTo(404);
        assertThat(asData.json().get("code").asString()).isEqualTo("SUSPENDED");

        service.tell(new VerbalApprovalConfirmed(
                "verbal", 1, Samples.HEAD, Samples.WEBMASTERS_ORDER.reference(), List.of(), "d"));
        told.await(Resumed.class, "verbal");
        assertThat(service.get("/items/verbal").status()).isEqualTo(200);
    }

    @Test
    void anItemIsConfirmedAsCurrentAndListedWhenThatIsOverdue() {
        assign("current", "คู่มือ", "news", PublicationPeriod.years(2), List.of());
        publish("current");
        CLOCK.advance(Duration.ofDays(95));
        assertThat(service.get(WEBMASTER, "/api/publications/currency-overdue").text())
                .contains("\"current\"");

        String tag = service.get(OFFICER, "/api/publications/current").tag();
        Answer confirmed = service.post(OFFICER, "/api/publications/current/currency-check", tag, Map.of());

        assertThat(confirmed.status()).as("the owner does").isEqualTo(200);
        assertThat(service.get(WEBMASTER, "/api/publications/currency-overdue").text())
                .doesNotContain("\"current\"");
        assertThat(service.get("/items/current").text()).contains("ตรวจสอบความเป็นปัจจุบันล่าสุด");
    }

    @Test
    void aCorrectedTextIsReadAndFoundByTheNewOne() {
        assign("corrected", "ประกาศผลการประกวดราค", "news", MONTH, List.of());
        publish("corrected");

        Answer corrected = post("corrected", "/correction", Map.of("field", "title", "text", "ประกาศผลการประกวดราคา"));

        assertThat(corrected.status()).isEqualTo(200);
        assertThat(told.await(Corrected.class, "corrected").before()).isEqualTo("ประกาศผลการประกวดราค");
        assertThat(service.get("/items/corrected").text()).contains("<h1>ประกาศผลการประกวดราคา</h1>");
        assertThat(service.get("/search?q=" + URLEncoder.encode("ประกวดราคา", StandardCharsets.UTF_8))
                        .text())
                .contains("/items/corrected");
    }

    @Test
    void anExtensionThatComesWithTheEndIsDecidedByTheClock() {
        assign("extended", "ขยาย", "news", PublicationPeriod.days(1), List.of());
        publish("extended");
        amend("extension", Concern.Kind.EXTEND, "extended", List.of());
        assign("too-late", "สาย", "news", PublicationPeriod.days(1), List.of());
        publish("too-late");
        amend("late-extension", Concern.Kind.EXTEND, "too-late", List.of());

        assertThat(execute("extended", "extension").status()).isEqualTo(200);
        Extended event = told.await(Extended.class, "extended");
        CLOCK.advance(Duration.ofDays(3));

        assertThat(event.expiresAt()).isAfter(CLOCK.instant());
        assertThat(service.get("/items/extended").status()).isEqualTo(200);
        Answer late = execute("too-late", "late-extension");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("code").asString()).isEqualTo("NO_LONGER_ON_SITE");
    }

    @Test
    void theRegisterListsWhatWasPublishedInAFiscalYearByCategoryAndNumber() throws Exception {
        assign("listed-1", "รายการแรก", "listed", MONTH, List.of(store("listed-1", SampleFiles.pdf("listed"))));
        publish("listed-1");
        assign("listed-2", "รายการที่สอง", "listed", MONTH, List.of());
        publish("listed-2");
        assign("listed-not", "ยังไม่เผยแพร่", "listed", MONTH, List.of());
        post("listed-1", "/take-down", Map.of("cause", "WITHDRAWN", "explanation", "ไม่ใช้แล้ว, ยกเลิก"));
        FiscalYear year = FiscalYear.of(OfficeZone.dateOf(CLOCK.instant()));
        String path = "/api/publications/register?fiscalYear=" + year.number();

        Answer csv = service.get(AUDITOR, path + "&category=listed");

        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(csv.text().lines()).hasSize(3);
        assertThat(csv.text()).startsWith("\uFEFFลำดับการเผยแพร่,เรื่อง,หมวดหมู่,");
        String today = DateText.in(Locale.forLanguageTag("th")).moment(CLOCK.instant());
        assertThat(csv.text().lines().skip(1).toList())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("1,รายการแรก,หมวด listed,health,กลุ่มงานส่งเสริมสุขภาพ,"
                                        + "16 พฤศจิกายน 2569 – 24 พฤศจิกายน 2569," + today + ",")
                                .endsWith(
                                        ",OFF_SITE," + today + ",\"WITHDRAWN: ไม่ใช้แล้ว, ยกเลิก\",1,/items/listed-1"),
                        second -> assertThat(second)
                                .startsWith("2,รายการที่สอง,")
                                .endsWith(",ON_SITE,,,0,/items/listed-2"));
        assertThat(service.get(AUDITOR, path).text()).contains("listed-1", "listed-2");
        assertThat(service.get(AUDITOR, "/api/publications/register?fiscalYear=2560&category=listed")
                        .text()
                        .lines())
                .hasSize(1);
    }

    @Test
    void theRegisterIsAWorkbookForWhoAsksForOneAndForNobodyElsesEyes() {
        String path = "/api/publications/register?fiscalYear=2570";
        assertThat(service.get(AUDITOR, path + "&format=XLSX").response().body())
                .startsWith('P', 'K');
        Answer accepted = service.send(
                service.call(AUDITOR, path).header("Accept", "text/csv;q=0.5, " + TableFormat.XLSX.mediaType()));
        assertThat(accepted.header("Content-Type")).isEqualTo(TableFormat.XLSX.mediaType());
        assertThat(accepted.header("Content-Disposition")).contains("publications-2570.xlsx");
        assertThat(service.get(AUDITOR, path + "&format=PDF").status()).isEqualTo(400);
        assertThat(service.get(AUDITOR, "/api/publications/register").status()).isEqualTo(400);
        assertThat(service.get(OFFICER, path).status()).isEqualTo(403);
        assertThat(service.get(path).status()).isEqualTo(401);
        Identity elsewhere = new Identity(Samples.HEAD, "another-office", null, Set.of(Role.AUDITOR));
        assertThat(service.get(elsewhere, path).text().lines()).hasSize(1);
    }

    @Test
    void theApproverDecidesAnewWhatTheWebmasterSendsBack() {
        assign("category", "ผิดหมวด", "news", MONTH, List.of());
        Map<String, Object> reason = Map.of("code", "OTHER", "explanation", "ควรอยู่หมวดอื่น");
        assertThat(post("category", "/return-to-approver", Map.of("reasons", List.of(reason)))
                        .status())
                .isEqualTo(200);
        told.await(ReturnedToApprover.class, "category");

        service.tell(Samples.approved("category", 1, "ผิดหมวด", "numbers", MONTH, List.of()));

        await().atMost(PATIENCE).until(() -> service.get(WEBMASTER, "/api/publications/category")
                .json()
                .get("category")
                .asString()
                .equals("numbers"));
    }

    private static void amend(String id, Concern.Kind kind, String publication, List<Attachment> files) {
        service.tell(Samples.amendment(id, new Concern(kind, publication), MONTH, files));
        await().atMost(PATIENCE).until(() -> service.get(WEBMASTER, "/api/publications/" + publication)
                .text()
                .contains("\"" + id + "\""));
    }

    private static Answer execute(String id, String requestId) {
        return post(id, "/amendments/" + requestId + "/execution", CHECKED);
    }

    private static Answer post(String id, String what, Map<String, Object> body) {
        return desk.post(id, what, body);
    }

    @Test
    void onlyWebmastersOfTheOfficeWorkHere() {
        assign("guarded", "ของหน่วยงาน", "news", MONTH, List.of());

        assertThat(service.get("/api/publications").status()).isEqualTo(401);
        assertThat(service.get(OFFICER, "/api/publications").status()).isEqualTo(403);
        assertThat(service.get(ELSEWHERE, "/api/publications/guarded").status()).isEqualTo(404);
        assertThat(service.post(ELSEWHERE, "/api/publications/guarded/publication", "\"1\"", CHECKED)
                        .status())
                .isEqualTo(404);
        assertThat(service.post(OFFICER, "/api/publications/guarded/publication", "\"1\"", CHECKED)
                        .status())
                .isEqualTo(403);
        assertThat(service.post(WEBMASTER, "/api/publications/guarded/publication", "", CHECKED)
                        .status())
                .isEqualTo(428);
        assertThat(service.post(WEBMASTER, "/api/publications/guarded/publication", "\"9\"", CHECKED)
                        .status())
                .isEqualTo(412);
        assertThat(service.get(WEBMASTER, "/api/publications").text()).contains("\"guarded\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items/unknown", "/categories/unknown", "/items/unknown/files/1"})
    void whatNeverWasIsNotFoundAndThePageHelps(String path) {
        Answer answer = service.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("<!doctype html>").contains("กลับไปหน้าแรก");
    }

    @Test
    void charactersOfASearchAreTakenLiterally() {
        assertThat(service.get("/search?q=.*%5B(").status()).isEqualTo(200);
        assertThat(service.get("/search?q=.*").text()).contains("ไม่พบข้อมูล");
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.prakat.publishing.site", "org.prakat.publishing.problems"})
    void everyTextExistsInBothLanguages(String bundle) {
        assertThat(keys(bundle, "th")).isEqualTo(keys(bundle, "en")).isNotEmpty();
    }

    private static Set<String> keys(String bundle, String language) {
        return new HashSet<>(ResourceBundle.getBundle(bundle, Locale.forLanguageTag(language))
                .keySet());
    }

    private static Attachment store(String id, byte[] content) throws Exception {
        return desk.store(id, "รายงาน.pdf", content);
    }

    private static void assign(
            String id, String title, String category, PublicationPeriod period, List<Attachment> files) {
        desk.assign(id, title, category, period, files);
    }

    private static void awaitAssigned(String id) {
        desk.awaitAssigned(id);
    }

    private static Answer publish(String id) {
        return desk.publish(id);
    }
}
