package org.prakat.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
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
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Expired;
import org.prakat.common.event.PublicationDue;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Published;
import org.prakat.common.event.Removed;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Returned;
import org.prakat.common.event.Text;
import org.prakat.common.event.Topic;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.common.testing.ToldEvents;
import org.prakat.publishing.domain.Samples;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;

/** The whole service on its own: what the approver hands over, the webmaster's API, the public site, the end. */
class PublishingServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SteppedClock CLOCK = new SteppedClock(Samples.NOW);
    private static final PublicationPeriod MONTH = PublicationPeriod.days(30);
    private static final Map<String, Object> CHECKED = Map.of("checked", true);
    private static final Identity WEBMASTER =
            new Identity(Samples.WEBMASTER, Samples.OFFICE, null, Set.of(Role.WEBMASTER));
    private static final Identity OFFICER = new Identity(Samples.MALEE, Samples.OFFICE, "health", Set.of(Role.OFFICER));
    private static final Identity ELSEWHERE =
            new Identity(Samples.WEBMASTER, "another-office", null, Set.of(Role.WEBMASTER));

    private static ServiceUnderTest service;
    private static ToldEvents told;

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                PublishingServiceApplication.application(), "publishing-service-test", CLOCK, Map.of());
        told = new ToldEvents(Topic.PUBLICATION_EVENTS);
        service.tell(Samples.WEBMASTERS_ORDER);
        for (String id : List.of("news", "numbers")) {
            service.tell(new CategoryDefined(
                    id, 1, Samples.OFFICE, new Text("หมวด " + id, id), 1, List.of("pdf"), 10, 1, MONTH, MONTH, true));
        }
    }

    @AfterAll
    static void stop() {
        told.close();
        service.close();
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
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        String key = id + "/f1";
        service.bean(ObjectStore.class)
                .put(Bucket.INCOMING, key, new ByteArrayInputStream(content), content.length, "application/pdf");
        return new Attachment("f1", "รายงาน.pdf", "pdf", "application/pdf", content.length, 1, sha256, key);
    }

    private static void assign(
            String id, String title, String category, PublicationPeriod period, List<Attachment> files) {
        service.tell(Samples.approved(id, 1, title, category, period, files));
        awaitAssigned(id);
    }

    private static void awaitAssigned(String id) {
        await().atMost(PATIENCE)
                .until(() -> service.get(WEBMASTER, "/api/publications/" + id).status() == 200);
    }

    private static Answer publish(String id) {
        String path = "/api/publications/" + id;
        String tag = service.get(WEBMASTER, path).tag();
        return service.post(WEBMASTER, path + "/publication", tag, CHECKED);
    }
}
