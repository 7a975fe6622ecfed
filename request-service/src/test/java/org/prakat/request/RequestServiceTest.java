package org.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.Approved;
import org.prakat.common.event.Check;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.Topic;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.common.testing.ToldEvents;
import org.prakat.request.domain.Draft;
import org.prakat.request.domain.Samples;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;
import tools.jackson.databind.JsonNode;

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
                "malee", 1, "มาลี ใจดี", "นักวิชาการ", "malee@example.go.th", Samples.OFFICE, "finance", true));
        LocalDate day = LocalDate.of(2026, 10, 1);
        service.tell(new AppointmentOrderDefined(
                "o1", 1, "12/2569", day, "somchai", Samples.OFFICE, "finance", Set.of(Duty.APPROVE), day, null, false));
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
                id, 1, webmaster, ORDER, "ประกาศ", "procurement", 2570, 1, "/items/" + id, CLOCK.instant(), expires);

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

    private static Approved approved(RequestSubmitted request, Person webmaster) {
        return new Approved(
                request.requestId(),
                request.revision(),
                request.requester(),
                HEAD.person(),
                ORDER,
                List.of(new Check("2.1", null), new Check("2.2", null)),
                "procurement",
                PublicationPeriod.days(90),
                webmaster,
                null,
                request.form(),
                request.attachments(),
                request.digest());
    }

    private static String begin() {
        return service.post(MALEE, "/api/requests", "", Samples.draft()).header("Location");
    }

    private static String submit() {
        Answer begun = service.post(MALEE, "/api/requests", "", Samples.draft());
        String path = begun.header("Location");
        assertThat(service.post(MALEE, path + "/submission", begun.tag(), "").status())
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
