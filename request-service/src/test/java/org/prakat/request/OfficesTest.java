package org.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.OfficeRules;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.Published;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.event.Removed;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Text;
import org.prakat.common.event.Topic;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.common.testing.ToldEvents;
import org.prakat.request.adapter.in.office.OpenApiChanges;
import org.prakat.request.application.RemoveUnusedUploads;
import org.prakat.request.application.port.Uploads;
import org.prakat.request.domain.Samples;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other offices hand in requests by events, and learn by events what became of them. */
class OfficesTest {

    private static final SteppedClock CLOCK = new SteppedClock(Samples.NOW);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final OrderReference ORDER = new OrderReference("o1", "12/2569");
    private static final Person HEAD = new Person("somchai", "สมชาย รักงาน", "หัวหน้ากลุ่มงาน");
    private static final Identity AUDITOR =
            new Identity(new Person("aree", "อารีย์", "ผู้ตรวจสอบ"), Samples.OFFICE, null, Set.of(Role.AUDITOR));

    private static final Path PUBLISHED_CALLS = Path.of("src/test/resources/published/openapi-offices.json");
    private static final Pattern REFERENCE_TO_A_FILE = Pattern.compile("\\$ref: \"([^#\"][^\"]*)\"");

    private static ServiceUnderTest service;
    private static ToldEvents told;
    private static OfficeCaller office;
    private static OfficeCaller other;

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                RequestServiceApplication.application(),
                "offices-test",
                CLOCK,
                Map.of("prakat.offices.stream-interval", "50ms"));
        told = new ToldEvents(Topic.REQUEST_EVENTS);
        office = new OfficeCaller(service, "phu-kradueng");
        other = new OfficeCaller(service, "pha-khao");
        service.tell(Samples.FINANCE);
        service.tell(Samples.PROCUREMENT);
        service.tell(new OfficeDefined(
                "phu-kradueng",
                1,
                new Text("สำนักงานสาธารณสุขอำเภอภูกระดึง", "Phu Kradueng Office"),
                OfficeRules.DEFAULT,
                null));
        service.tell(office.defined());
        service.tell(other.defined());
        awaitAccepted(office);
        awaitAccepted(other);
        ReferenceData reference = service.bean(ReferenceData.class);
        await().atMost(PATIENCE).until(() -> reference.office("phu-kradueng").isPresent());
    }

    @AfterAll
    static void stop() {
        told.close();
        service.close();
    }

    /** Until then it is not known what was laid down, and every event is refused. */
    private static void awaitAccepted(OfficeCaller caller) {
        await().atMost(PATIENCE)
                .until(() ->
                        caller.post(caller.submitted("warm-up", "เริ่มต้น")).status() == 202);
    }

    @Test
    void anEventThatLeavesOutWhatItsSchemaLetsItLeaveOutIsTaken() {
        Map<String, Object> data = new HashMap<>(OfficeCaller.submission("ไม่มีไฟล์"));
        data.remove("uploads");

        Answer answer = office.post(office.event("no-uploads", "office.request.submitted.v1", data));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    }

    @Test
    void anEventWithUploadsBecomesASubmittedRequestOfTheReceivingOffice() {
        byte[] file = SampleFiles.pdf("of an office");
        Answer uploaded = office.upload("ประกาศ.pdf", "application/pdf", file);
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(201);
        assertThat(uploaded.json().get("size").asLong()).isEqualTo(file.length);
        assertThat(uploaded.json().get("sha256").asString()).hasSize(64);
        String upload = uploaded.json().get("id").asString();

        Answer accepted = office.post(office.submitted("first-1", "ประกาศของภูกระดึง", upload));

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        assertThat(accepted.json().get("id").asString()).isEqualTo("first-1");
        String id = accepted.json().get("requestId").asString();
        RequestSubmitted event = told.await(RequestSubmitted.class, id);
        assertThat(event.form().office()).isEqualTo(Samples.OFFICE);
        assertThat(event.form().title()).isEqualTo("ประกาศของภูกระดึง");
        assertThat(event.requester())
                .isEqualTo(new Person(
                        "office-client/phu-kradueng-web",
                        "สมหญิง แสนดี",
                        "นักวิชาการสาธารณสุข สำนักงานสาธารณสุขอำเภอภูกระดึง"));
        assertThat(event.attachments()).singleElement().satisfies(attached -> {
            assertThat(attached.fileName()).isEqualTo("ประกาศ.pdf");
            assertThat(attached.order()).isEqualTo(1);
        });
        JsonNode seen = service.get(AUDITOR, "/api/requests/" + id).json();
        assertThat(seen.get("status").asString()).isEqualTo("SUBMITTED");
        assertThat(seen.get("sender").get("office").asString()).isEqualTo("phu-kradueng");
        assertThat(seen.get("sender").get("contact").get("name").asString()).isEqualTo("สมหญิง แสนดี");
    }

    @Test
    void theSameEventAgainHasTheSameAnswerAndMakesNoSecondRequest() {
        Answer first = office.post(office.submitted("again-1", "ครั้งเดียว"));
        Answer again = office.post(office.submitted("again-1", "ครั้งเดียว"));
        Answer otherContent = office.post(office.submitted("again-1", "อย่างอื่น"));
        Answer ofAnotherOffice = other.post(other.submitted("again-1", "ของผาขาว"));

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text()).isEqualTo(otherContent.text());
        assertThat(ofAnotherOffice.json().get("requestId"))
                .isNotEqualTo(first.json().get("requestId"));
        String id = first.json().get("requestId").asString();
        told.await(RequestSubmitted.class, id);
        told.await(
                RequestSubmitted.class, ofAnotherOffice.json().get("requestId").asString());
        assertThat(told.all(RequestSubmitted.class, id)).hasSize(1);
    }

    @Test
    void theSameEventManyTimesAtOnceMakesOneRequest() {
        String upload = office.upload("a.pdf", "application/pdf", SampleFiles.pdf("at once"))
                .json()
                .get("id")
                .asString();
        Map<String, Object> event = office.submitted("at-once-1", "พร้อมกัน", upload);

        List<CompletableFuture<Answer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> office.post(event)))
                .toList();

        Set<String> bodies = Set.copyOf(answers.stream()
                .map(CompletableFuture::join)
                .map(Answer::text)
                .distinct()
                .toList());
        assertThat(bodies).hasSize(1);
        String id = answers.get(0).join().json().get("requestId").asString();
        assertThat(told.await(RequestSubmitted.class, id).attachments()).hasSize(1);
        assertThat(told.all(RequestSubmitted.class, id)).hasSize(1);
    }

    @Test
    void binaryModeIsReadToo() {
        byte[] data = JsonMapper.shared().writeValueAsBytes(OfficeCaller.submission("แบบไบนารี"));

        Answer accepted = office.post(
                "application/json",
                data,
                "ce-specversion",
                "1.0",
                "ce-id",
                "binary-1",
                "ce-type",
                "office.request.submitted.v1",
                "ce-source",
                "/offices/phu-kradueng");

        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        assertThat(told.await(
                                RequestSubmitted.class,
                                accepted.json().get("requestId").asString())
                        .form()
                        .title())
                .isEqualTo("แบบไบนารี");
    }

    @Test
    void eachEventOfABatchStandsForItself() {
        Answer good = office.post(List.of(office.submitted("batch-1", "หนึ่ง"), office.submitted("batch-2", "สอง")));
        assertThat(good.status()).as(good.text()).isEqualTo(202);
        assertThat(good.json().get("results")).hasSize(2);

        Map<String, Object> wrongData = office.event("batch-4", "office.request.submitted.v1", Map.of());
        Answer mixed = office.post(
                List.of(office.submitted("batch-3", "สาม"), wrongData, 7, office.submitted("batch-1", "หนึ่ง")));

        assertThat(mixed.status()).isEqualTo(207);
        JsonNode results = mixed.json().get("results");
        assertThat(results.valueStream().map(result -> result.get("status").asInt()))
                .containsExactly(202, 400, 400, 202);
        assertThat(results.get(1).get("id").asString()).isEqualTo("batch-4");
        assertThat(results.get(1).get("problem").get("faults")).hasSize(3);
        assertThat(results.get(3).get("requestId"))
                .isEqualTo(good.json().get("results").get(0).get("requestId"));
    }

    @Test
    void anOfficeTakesItsRequestBackOnce() {
        String id = office.post(office.submitted("back-1", "จะถอน"))
                .json()
                .get("requestId")
                .asString();

        Answer ofAnother = other.post(other.withdrawn("back-2", "back-1"));
        Answer withdrawn = office.post(office.withdrawn("back-2", "back-1"));
        Answer again = office.post(office.withdrawn("back-2", "back-1"));
        Answer twice = office.post(office.withdrawn("back-3", "back-1"));

        assertThat(ofAnother.status()).isEqualTo(400);
        assertThat(ofAnother.text()).contains("data.submission");
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(withdrawn.text());
        assertThat(twice.status()).isEqualTo(409);
        assertThat(told.await(RequestWithdrawn.class, id).explanation()).isEqualTo("พบข้อผิดพลาด");
        assertThat(told.all(RequestWithdrawn.class, id)).hasSize(1);
    }

    @Test
    void theOutcomesComeInOrderAndOnceAndOnlyToTheirOffice() throws Exception {
        String start = end(office);
        String othersStart = end(other);
        String id = office.post(office.submitted("outcome-1", "ผลลัพธ์"))
                .json()
                .get("requestId")
                .asString();
        String otherId = other.post(other.submitted("outcome-1", "ผลลัพธ์อื่น"))
                .json()
                .get("requestId")
                .asString();
        told.await(RequestSubmitted.class, id);
        Instant expires = Instant.parse("2026-12-25T17:00:00Z");
        Published published = new Published(
                id,
                1,
                HEAD,
                ORDER,
                "t",
                "procurement",
                2570,
                1,
                "/items/" + id,
                CLOCK.instant(),
                expires,
                List.of(),
                null);
        String eventId = service.tell(published);
        service.tell(new Rejected(otherId, 1, HEAD, ORDER, List.of(new RejectionReason("INCORRECT", "ยอดไม่ตรง"))));
        awaitOutcomes(office, start, 1);
        service.tell(published, eventId);
        service.tell(new Removed(id, 1, Removed.Cause.EXPIRED, expires, null));
        JsonNode outcomes = awaitOutcomes(office, start, 2);

        JsonNode first = outcomes.get("items").get(0);
        assertThat(first.get("type").asString()).isEqualTo("office.request.published.v1");
        assertThat(first.get("subject").asString()).isEqualTo(id);
        assertThat(first.get("data").get("submission").asString()).isEqualTo("outcome-1");
        assertThat(first.get("data").get("address").asString()).isEqualTo("/items/" + id);
        assertThat(first.get("data").get("until").asString()).isEqualTo(expires.toString());
        assertThat(first.get("data").has("reasons")).isFalse();
        JsonNode second = outcomes.get("items").get(1);
        assertThat(second.get("type").asString()).isEqualTo("office.request.removed.v1");
        assertThat(second.get("data").get("remark").asString()).isEqualTo("EXPIRED");
        assertThat(office.get("/api/events?after=" + first.get("sequence").asString())
                        .json()
                        .get("items"))
                .containsExactly(second);
        JsonNode others = awaitOutcomes(other, othersStart, 1);
        assertThat(others.get("items")).hasSize(1);
        assertThat(others.get("items")
                        .get(0)
                        .get("data")
                        .get("reasons")
                        .get(0)
                        .get("explanation")
                        .asString())
                .isEqualTo("ยอดไม่ตรง");
        CloudEvent read = Objects.requireNonNull(
                        EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE))
                .deserialize(JsonMapper.shared().writeValueAsBytes(first));
        assertThat(read.getId()).isEqualTo(eventId);
        assertThat(read.getExtension("sequence"))
                .isEqualTo(first.get("sequence").asString());
    }

    @Test
    void aReaderOfTheStreamGoesOnWhereItLostIt() throws Exception {
        String start = end(office);
        String id = office.post(office.submitted("stream-1", "สตรีม"))
                .json()
                .get("requestId")
                .asString();
        told.await(RequestSubmitted.class, id);
        RejectionReason reason = new RejectionReason("INCOMPLETE", "ไม่ครบ\nสองบรรทัด");
        service.tell(new Rejected(id, 1, HEAD, ORDER, List.of(reason)));
        String lastId;
        try (Stream<String> lines = stream("?after=" + start, null)) {
            List<String> event = eventOf(lines);
            assertThat(event.get(1)).contains("office.request.rejected.v1").contains("ไม่ครบ");
            lastId = event.get(0).substring("id: ".length());
        }
        assertThat(lastId).isEqualTo(String.valueOf(Long.parseLong(start) + 1));

        try (Stream<String> lines = stream("?after=" + start, lastId)) {
            service.tell(new Rejected(id, 1, HEAD, ORDER, List.of(reason)));
            assertThat(eventOf(lines).get(0)).isEqualTo("id: " + (Long.parseLong(lastId) + 1));
        }
    }

    private static Stream<String> stream(String query, String lastEventId) throws Exception {
        var call = service.call(office.identity(), "/api/events/stream" + query);
        if (lastEventId != null) {
            call.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> answer =
                HttpClient.newHttpClient().send(call.GET().build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        BufferedReader reader = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        return reader.lines().onClose(() -> {
            try {
                answer.body().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static List<String> eventOf(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("id: ") || line.startsWith("data: "))
                .limit(2)
                .toList();
    }

    @Test
    void anOfficeHasOnlySoManyStreams() throws Exception {
        List<Stream<String>> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            var call = service.call(other.identity(), "/api/events/stream");
            HttpResponse<InputStream> answer =
                    HttpClient.newHttpClient().send(call.GET().build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            open.add(new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)).lines());
        }

        Answer oneMore = other.get("/api/events/stream");

        assertThat(oneMore.status()).isEqualTo(429);
        assertThat(oneMore.json().get("code").asString()).isEqualTo("TOO_MANY_STREAMS");
        assertThat(oneMore.header("Retry-After")).isNotEmpty();
        open.forEach(Stream::close);
    }

    @Test
    void anUploadServesOneRequestOfItsOwnOffice() {
        String upload = office.upload("b.pdf", "application/pdf", SampleFiles.pdf("once"))
                .json()
                .get("id")
                .asString();

        Answer ofAnother = other.post(other.submitted("upload-1", "ขโมยไฟล์", upload));
        Answer used = office.post(office.submitted("upload-1", "ใช้ไฟล์", upload));
        Answer usedAgain = office.post(office.submitted("upload-2", "ใช้อีก", upload));

        assertThat(ofAnother.status()).isEqualTo(400);
        assertThat(ofAnother.json().get("faults").get(0).get("field").asString())
                .isEqualTo("data.uploads[0]");
        assertThat(used.status()).isEqualTo(202);
        assertThat(usedAgain.status()).isEqualTo(400);
        assertThat(usedAgain.text()).contains("UNKNOWN_UPLOAD");
    }

    @Test
    void whatNoEventNamesIsRemovedAfterAWeekAndWhatOneNamedStays() {
        Instant before = CLOCK.instant();
        Uploads uploads = service.bean(Uploads.class);
        ObjectStore store = service.bean(ObjectStore.class);
        String unused = office.upload("c.pdf", "application/pdf", SampleFiles.pdf("unused"))
                .json()
                .get("id")
                .asString();
        String used = office.upload("d.pdf", "application/pdf", SampleFiles.pdf("used"))
                .json()
                .get("id")
                .asString();
        String unusedKey = uploads.find(unused).orElseThrow().file().key();
        String usedKey = uploads.find(used).orElseThrow().file().key();
        assertThat(office.post(office.submitted("sweep-1", "เก็บไว้", used)).status())
                .isEqualTo(202);

        CLOCK.advance(Duration.ofDays(7));
        assertThat(office.post(office.submitted("sweep-2", "ช้าไป", unused)).text())
                .contains("UNKNOWN_UPLOAD");
        service.bean(RemoveUnusedUploads.class).remove();
        assertThat(store.size(Bucket.INCOMING, unusedKey)).as("not yet").isPresent();
        CLOCK.advance(Duration.ofHours(2));
        service.bean(RemoveUnusedUploads.class).remove();

        assertThat(store.size(Bucket.INCOMING, unusedKey)).isEmpty();
        assertThat(store.size(Bucket.INCOMING, usedKey)).isPresent();
        assertThat(uploads.find(unused)).isEmpty();
        CLOCK.set(before);
    }

    @Test
    void aFileThatIsNotWhatItSaysIsRefused() {
        assertThat(office.upload("a.pdf", "application/pdf", SampleFiles.png()).status())
                .isEqualTo(415);
        assertThat(office.upload("a.exe", "application/octet-stream", new byte[] {'M', 'Z', 0})
                        .status())
                .isEqualTo(415);
        assertThat(office.upload("", "application/pdf", SampleFiles.pdf("x")).status())
                .isEqualTo(400);
        assertThat(office.upload("a.pdf", "application/pdf", new byte[0]).status())
                .isEqualTo(400);
    }

    static Stream<Arguments> whatIsWrongWithAnEvent() {
        return Stream.of(
                wrong("id", "two words", "id", "INVALID_EVENT_ID"),
                wrong("id", "x".repeat(101), "id", "INVALID_EVENT_ID"),
                wrong("type", "office.request.invented.v1", "type", "UNKNOWN_TYPE"),
                wrong("source", "/offices/wang-saphung", "source", "OTHER_OFFICE"),
                wrong("time", "2026-11-25T03:06:00Z", "time", "IN_THE_FUTURE"),
                Arguments.of(xml(), "datacontenttype", "UNSUPPORTED_MEDIA_TYPE"),
                wrongData("receiver", "nowhere", "data.receiver", "NOT_A_RECEIVER"),
                wrongData("receiver", null, "data.receiver", "REQUIRED"),
                wrongData("sender", "pha-khao", "data.sender", "UNKNOWN_FIELD"),
                wrongData("uploads", List.of("nothing"), "data.uploads[0]", "UNKNOWN_UPLOAD"),
                wrongData("uploads", List.of("a", "a"), "data.uploads", "SAME_TWICE"),
                wrongData("contact", Map.of("name", "ก"), "data.contact.position", "REQUIRED"),
                wrongForm("title", "ก".repeat(201), "data.form.title", "TOO_LONG"),
                wrongForm("title", "   ", "data.form.title", "REQUIRED"),
                wrongForm("title", "a\u0000b", "data.form.title", "INVALID_CHARACTERS"),
                wrongForm("category", "nothing", "data.form.category", "UNKNOWN"),
                wrongForm("workGroup", 7, "data.form.workGroup", "MALFORMED"),
                wrongForm("urgent", "yes", "data.form.urgent", "MALFORMED"),
                wrongForm("externalLink", "javascript:x", "data.form.externalLink", "INVALID_LINK"),
                wrongForm(
                        "dataPeriod",
                        Map.of("start", "2026-12-01", "end", "2026-12-31"),
                        "data.form.dataPeriod.start",
                        "IN_THE_FUTURE"),
                wrongForm(
                        "dataPeriod",
                        Map.of("start", "2026-02-30", "end", "2026-10-31"),
                        "data.form.dataPeriod.start",
                        "MALFORMED"),
                wrongForm("publicationPeriod", Map.of("unit", "DAYS"), "data.form.publicationPeriod", "MALFORMED"),
                wrongForm(
                        "publicationPeriod",
                        Map.of("unit", "YEARS", "amount", 9),
                        "data.form.publicationPeriod",
                        "PERIOD_TOO_LONG"),
                wrongForm(
                        "evidence",
                        List.of(Map.of("item", "MOIT 5", "fiscalYear", 2570, "quarter", 5)),
                        "data.form.evidence[0].quarter",
                        "OUT_OF_RANGE"));
    }

    private static Map<String, Object> xml() {
        Map<String, Object> event = office.event("wrong-1", "office.request.submitted.v1", "<request/>");
        event.put("datacontenttype", "text/xml");
        return event;
    }

    private static Arguments wrong(String field, Object value, String fault, String code) {
        Map<String, Object> event = office.submitted("wrong-1", "ผิด");
        put(event, field, value);
        return Arguments.of(event, fault, code);
    }

    private static Arguments wrongData(String field, Object value, String fault, String code) {
        Map<String, Object> data = OfficeCaller.submission("ผิด");
        put(data, field, value);
        return Arguments.of(office.event("wrong-1", "office.request.submitted.v1", data), fault, code);
    }

    private static Arguments wrongForm(String field, Object value, String fault, String code) {
        Map<String, Object> data = OfficeCaller.submission("ผิด");
        Map<String, Object> form = new HashMap<>();
        ((Map<?, ?>) data.get("form")).forEach((key, old) -> form.put(String.valueOf(key), old));
        put(form, field, value);
        data.put("form", form);
        return Arguments.of(office.event("wrong-1", "office.request.submitted.v1", data), fault, code);
    }

    private static void put(Map<String, Object> map, String field, Object value) {
        if (value == null) {
            map.remove(field);
        } else {
            map.put(field, value);
        }
    }

    @ParameterizedTest
    @MethodSource("whatIsWrongWithAnEvent")
    void aWrongEventIsRefusedWithTheFieldAndTheCodeInThaiAndChangesNothing(
            Map<String, Object> event, String field, String code) {
        Answer refused = office.post(event);

        assertThat(refused.status()).as(refused.text()).isIn(400, 403);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        List<JsonNode> faults = refused.json().get("faults").valueStream().toList();
        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.get("field").asString()).isEqualTo(field);
            assertThat(fault.get("code").asString()).isEqualTo(code);
            assertThat(fault.get("message").asString()).matches("(?s).*[ก-๙].*");
        });
        // The id is still free: nothing was made of it.
        assertThat(office.post(office.withdrawn("wrong-2", "wrong-1")).text()).contains("data.submission");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/cloudevents+json|{\"id\":\"a\",\"id\":\"b\"}|400",
                "application/cloudevents+json|{\"specversion\":\"0.3\",\"id\":\"a\",\"source\":\"/offices/phu-kradueng\",\"type\":\"t\"}|400",
                "application/cloudevents+json|null|400",
                "application/cloudevents+json|[]|400",
                "application/cloudevents-batch+json|{}|400",
                "application/cloudevents-batch+json|[null]|207",
                "application/cloudevents-batch+json|[]|202",
                "application/cloudevents+json; charset=utf-16|{}|415",
                "application/cloudevents+xml|<event/>|415",
                "multipart/form-data|x|415",
                "multipart/form-data; boundary=x|x|415",
                "application/x-www-form-urlencoded|a=b|415",
                "text/plain|x|415",
                "nonsense|x|415",
                "application/json|{}|415"
            })
    void whatIsNoEventIsRefused(String type, String body, int status) {
        Answer answer = office.post(type, body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    void aHeaderThatIsThereTwiceIsAmbiguous() {
        byte[] data = JsonMapper.shared().writeValueAsBytes(OfficeCaller.submission("สองหัว"));
        Answer refused = office.post(
                "application/json",
                data,
                "ce-specversion",
                "1.0",
                "ce-id",
                "twice-1",
                "ce-id",
                "twice-2",
                "ce-type",
                "office.request.submitted.v1",
                "ce-source",
                "/offices/phu-kradueng");

        assertThat(refused.status()).isEqualTo(400);
    }

    @Test
    void officesReachNothingElseAndNobodyElseReachesTheirPaths() {
        for (String path : List.of("/api/requests", "/api/notices", "/api/form-choices", "/openapi")) {
            assertThat(office.get(path).status()).as(path).isEqualTo(403);
        }
        for (String path : List.of("/api/events", "/api/events/stream")) {
            assertThat(service.get(AUDITOR, path).status()).as(path).isEqualTo(403);
        }
        assertThat(service.get("/api/events").status()).isEqualTo(401);
        assertThat(office.get("/api/events?after=x").status()).isEqualTo(400);
        assertThat(office.get("/api/events?limit=x").status()).isEqualTo(400);
    }

    @Test
    void everybodyReadsTheContractAndEachPartIsWhereTheDocumentSays() {
        Answer document = service.get("/contract/asyncapi.yaml");
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Content-Type")).startsWith("application/yaml");
        assertThat(document.header("Cache-Control")).contains("public");

        List<String> files = REFERENCE_TO_A_FILE
                .matcher(document.text())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(files).hasSizeGreaterThanOrEqualTo(3).allSatisfy(file -> {
            Answer schema = service.get("/contract/" + file);
            assertThat(schema.status()).as(file).isEqualTo(200);
            assertThat(schema.json().get("$id").asString())
                    .isEqualTo("urn:prakat:schema:" + file.replaceAll("^schemas/|\\.json$", ""));
        });
        assertThat(service.get("/contract/schemas/nothing.json").status()).isEqualTo(404);
        assertThat(service.get("/contract/schemas/..%2f..%2fprakat-common.yml").status())
                .isIn(400, 404);
    }

    /** What only adds is published by copying from {@code target}. */
    @Test
    void theCallsOfOfficesKeepWhatWasPublished() throws IOException {
        JsonNode current = service.get("/openapi/offices").json();
        Files.writeString(Path.of("target/openapi-offices.json"), current.toPrettyString());
        JsonNode published = JsonMapper.shared().readTree(Files.readString(PUBLISHED_CALLS));

        assertThat(current.get("paths").propertyNames())
                .allSatisfy(path -> assertThat(path).matches("/api/(events|uploads|webhook)(/.*)?"));
        assertThat(OpenApiChanges.breaks(published, current)).isEmpty();
    }

    private static String end(OfficeCaller caller) {
        JsonNode page = caller.get("/api/events?limit=200").json();
        assertThat(page.get("more").asBoolean()).isFalse();
        return page.get("next").asString();
    }

    private static JsonNode awaitOutcomes(OfficeCaller caller, String after, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> caller.get("/api/events?after=" + after).json(),
                        page -> page.get("items").size() >= count);
    }
}
