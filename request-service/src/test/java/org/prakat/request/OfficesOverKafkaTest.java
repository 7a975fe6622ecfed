package org.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.Published;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.RequestWithdrawn;
import org.prakat.common.event.Topic;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.common.testing.ToldEvents;
import org.prakat.request.domain.Samples;
import org.prakat.request.domain.Sender;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other offices write events to their topics, and read on another what became of them. Who may, the broker knows. */
class OfficesOverKafkaTest {

    private static final SteppedClock CLOCK = new SteppedClock(Samples.NOW);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Person HEAD = new Person("somchai", "สมชาย รักงาน", "หัวหน้ากลุ่มงาน");
    private static final String SUBMITTED = "office.request.submitted.v1";

    private static ServiceUnderTest service;
    private static ToldEvents told;

    @BeforeAll
    static void start() {
        service = ServiceUnderTest.start(
                RequestServiceApplication.application(),
                "offices-kafka-test",
                CLOCK,
                Map.of("prakat.offices.discovery-interval", "500ms", "prakat.offices.relay-interval", "50ms"));
        told = new ToldEvents(Topic.REQUEST_EVENTS);
        service.tell(Samples.FINANCE);
        service.tell(Samples.PROCUREMENT);
    }

    @AfterAll
    static void stop() {
        told.close();
        service.close();
    }

    /** An office that may call over HTTP and write to its topic. Each test has offices of its own. */
    private static OfficeCaller registered(String office) {
        OfficeCaller caller = new OfficeCaller(service, office);
        service.tell(caller.defined());
        OfficeClientDefined program = caller.definedForKafka();
        service.tell(program);
        ReferenceData reference = service.bean(ReferenceData.class);
        await().atMost(PATIENCE)
                .until(() -> reference
                                .officeClient(OfficeClientDefined.actorOf(program.id()))
                                .isPresent()
                        && reference
                                .officeClient(caller.identity().person().id())
                                .isPresent());
        return caller;
    }

    @Test
    void anEventBecomesARequestOfTheOfficeWhoseTopicItIsAndIsTakenBackByAnother() {
        OfficeCaller office = registered("nong-hin");
        try (OfficeTopicsCaller topics = new OfficeTopicsCaller(service, "nong-hin")) {
            topics.write(office.submitted("k-1", "ประกาศทางคาฟคา"));
            String id = Sender.requestId("nong-hin", "k-1");
            RequestSubmitted event = told.await(RequestSubmitted.class, id);
            assertThat(event.form().title()).isEqualTo("ประกาศทางคาฟคา");
            assertThat(event.form().office()).isEqualTo(Samples.OFFICE);
            assertThat(event.requester().id()).isEqualTo("office-client/nong-hin-kafka");

            topics.write(office.withdrawn("k-2", "k-1"));

            assertThat(told.await(RequestWithdrawn.class, id).explanation()).isEqualTo("พบข้อผิดพลาด");
        }
    }

    @Test
    void theSameEventByBothWaysIsOneRequest() {
        OfficeCaller office = registered("phu-luang");
        try (OfficeTopicsCaller topics = new OfficeTopicsCaller(service, "phu-luang")) {
            Answer accepted = office.post(office.submitted("both-1", "สองทาง"));
            topics.write(office.submitted("both-1", "สองทาง"));
            topics.write(office.submitted("both-2", "สองทาง กลับกัน"));
            topics.write(office.submitted("both-2", "สองทาง กลับกัน"));
            String second = Sender.requestId("phu-luang", "both-2");
            told.await(RequestSubmitted.class, second);
            Answer again = office.post(office.submitted("both-2", "สองทาง กลับกัน"));

            assertThat(accepted.json().get("requestId").asString()).isEqualTo(Sender.requestId("phu-luang", "both-1"));
            assertThat(again.json().get("requestId").asString()).isEqualTo(second);
            topics.write("end".getBytes(StandardCharsets.UTF_8));
            assertThat(topics.refusals(1)).as("only what ends the test").hasSize(1);
            assertThat(told.all(RequestSubmitted.class, Sender.requestId("phu-luang", "both-1")))
                    .hasSize(1);
            assertThat(told.all(RequestSubmitted.class, second)).hasSize(1);
        }
    }

    @Test
    void whatIsNotTakenIsAnsweredAsOverHttpAndHoldsUpNothingThatFollows() {
        OfficeCaller office = registered("tha-li");
        OfficeCaller other = registered("chiang-khan");
        try (OfficeTopicsCaller topics = new OfficeTopicsCaller(service, "tha-li")) {
            byte[] good = JsonMapper.shared().writeValueAsBytes(OfficeCaller.submission("ดี"));
            String upload = other.upload("a.pdf", "application/pdf", SampleFiles.pdf("of chiang khan"))
                    .json()
                    .get("id")
                    .asString();
            topics.write("{".getBytes(StandardCharsets.UTF_8), headers("broken", SUBMITTED));
            topics.write(new byte[] {'"', (byte) 0xff, '"'}, headers("encoding", SUBMITTED));
            topics.write("[".repeat(50_000).getBytes(StandardCharsets.UTF_8), headers("deep", SUBMITTED));
            topics.write("{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8), headers("twice", SUBMITTED));
            topics.write(new byte[270_000], headers("huge", SUBMITTED));
            topics.write(null, headers("nothing", SUBMITTED));
            topics.write(good, headers("unknown", "office.request.invented.v1"));
            topics.write(good, with(headers("future", SUBMITTED), "ce_time", "2036-01-01T00:00:00Z"));
            topics.write(good, with(headers("yesterday", SUBMITTED), "ce_time", "yesterday"));
            topics.write(good, with(headers("two-ids", SUBMITTED), "ce_id", "another"));
            topics.write(good, headers("an id with spaces", SUBMITTED));
            topics.write(good);
            topics.write(office.submitted("upload", "ของคนอื่น", upload));
            topics.write(other.submitted("other", "พูดแทนคนอื่น"));
            topics.write(office.event("empty", SUBMITTED, Map.of()));
            topics.write(office.submitted("good", "ดี"));

            told.await(RequestSubmitted.class, Sender.requestId("tha-li", "good"));
            List<JsonNode> refusals = topics.refusals(15);
            assertThat(refusals.stream()
                            .map(refusal -> refusal.path("submission").asString("-") + " "
                                    + refusal.get("problem").get("status").asInt() + " "
                                    + refusal.get("problem").get("code").asString()))
                    .containsExactly(
                            "broken 400 MALFORMED",
                            "encoding 400 MALFORMED",
                            "deep 400 MALFORMED",
                            "twice 400 MALFORMED",
                            "huge 413 CONTENT_TOO_LARGE",
                            "nothing 400 MALFORMED",
                            "unknown 400 INVALID_INPUT",
                            "future 400 INVALID_INPUT",
                            "yesterday 400 MALFORMED",
                            "- 400 MALFORMED",
                            "- 400 INVALID_INPUT",
                            "- 415 NOT_AN_EVENT",
                            "upload 400 INVALID_INPUT",
                            "other 403 OTHER_OFFICE",
                            "empty 400 INVALID_INPUT");
            Answer overHttp = office.post(office.event("empty", SUBMITTED, Map.of()));
            JsonNode overKafka = refusals.get(14).get("problem");
            for (String field : List.of("type", "title", "status", "code")) {
                assertThat(overKafka.get(field)).isEqualTo(overHttp.json().get(field));
            }
            assertThat(overKafka.get("faults").valueStream())
                    .containsExactlyInAnyOrderElementsOf(
                            overHttp.json().get("faults").valueStream().toList());
            assertThat(office.get("/api/events?limit=100").json().get("items").size())
                    .as("whoever reads over HTTP is told too")
                    .isGreaterThanOrEqualTo(15);
        }
    }

    /** A hundred million bytes in a hundred thousand, or in ten thousand. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void whatUnpacksToFarMoreThanItWeighsIsNotKeptAndHoldsUpNothingThatFollows(String codec) {
        OfficeCaller office = registered("na-duang-" + codec);
        OfficeCaller other = registered("pak-chom-" + codec);
        try (OfficeTopicsCaller topics = new OfficeTopicsCaller(service, "na-duang-" + codec);
                OfficeTopicsCaller others = new OfficeTopicsCaller(service, "pak-chom-" + codec)) {
            assertThatThrownBy(() -> topics.writePacked(codec, new byte[100_000_000]))
                    .hasCauseInstanceOf(RecordTooLargeException.class);

            topics.write(office.submitted("after", "ปกติ " + codec));
            others.write(other.submitted("after", "ของคนอื่น " + codec));

            told.await(RequestSubmitted.class, Sender.requestId("na-duang-" + codec, "after"));
            told.await(RequestSubmitted.class, Sender.requestId("pak-chom-" + codec, "after"));
        }
    }

    @Test
    void whatIsPackedAsProgramsDoItIsTaken() throws Exception {
        OfficeCaller office = registered("phu-ruea");
        try (OfficeTopicsCaller topics = new OfficeTopicsCaller(service, "phu-ruea")) {
            topics.writePacked("zstd", "not an event".repeat(10_000).getBytes(StandardCharsets.UTF_8));
            topics.write(office.submitted("after", "ปกติ"));

            assertThat(topics.refusals(1)).hasSize(1);
            told.await(RequestSubmitted.class, Sender.requestId("phu-ruea", "after"));
        }
    }

    private static String[] headers(String id, String type) {
        return new String[] {
            "content-type",
            "application/json",
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            type,
            "ce_source",
            "/offices/tha-li"
        };
    }

    private static String[] with(String[] headers, String name, String value) {
        return Stream.concat(Stream.of(headers), Stream.of(name, value)).toArray(String[]::new);
    }

    @Test
    void anOfficeThatIsNotRegisteredOrSwitchedOffIsRefusedWhateverTheBrokerLetsThrough() {
        OfficeCaller office = new OfficeCaller(service, "stranger");
        try (OfficeTopicsCaller topics = new OfficeTopicsCaller(service, "stranger")) {
            topics.write(office.submitted("s-1", "คนแปลกหน้า"));
            assertThat(topics.refusals(1).get(0).get("problem").get("code").asString())
                    .isEqualTo("FORBIDDEN");

            service.tell(office.definedForKafka());
            ReferenceData reference = service.bean(ReferenceData.class);
            String actor = OfficeClientDefined.actorOf("stranger-kafka");
            await().atMost(PATIENCE).until(() -> reference.officeClient(actor).isPresent());
            topics.write(office.submitted("s-1", "คนแปลกหน้า"));
            told.await(RequestSubmitted.class, Sender.requestId("stranger", "s-1"));
            OfficeClientDefined known = office.definedForKafka();
            service.tell(
                    new OfficeClientDefined(known.id(), 2, known.name(), known.office(), known.receivers(), false));
            await().atMost(PATIENCE)
                    .until(() -> !reference.officeClient(actor).orElseThrow().active());
            topics.write(office.withdrawn("s-2", "s-1"));

            assertThat(topics.refusals(2).get(1).get("problem").get("code").asString())
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void outcomesAreOnTheOfficesTopicInTheirOrderAsTheSdkReadsThem() {
        OfficeCaller office = registered("dan-sai");
        try (OfficeTopicsCaller topics = new OfficeTopicsCaller(service, "dan-sai")) {
            topics.write(office.submitted("o-1", "ผลลัพธ์"));
            String id = Sender.requestId("dan-sai", "o-1");
            told.await(RequestSubmitted.class, id);
            Instant expires = Instant.parse("2026-12-25T17:00:00Z");
            String eventId = service.tell(new Published(
                    id,
                    1,
                    HEAD,
                    new OrderReference("o1", "12/2569"),
                    "t",
                    "procurement",
                    2570,
                    1,
                    "/items/" + id,
                    CLOCK.instant(),
                    expires,
                    List.of(),
                    null));
            topics.outcomes(1);
            topics.write("not an event".getBytes(StandardCharsets.UTF_8));

            List<ConsumerRecord<byte[], byte[]>> outcomes = topics.outcomes(2);

            ConsumerRecord<byte[], byte[]> first = outcomes.get(0);
            assertThat(StreamSupport.stream(first.headers().spliterator(), false)
                            .map(Header::key))
                    .containsExactlyInAnyOrder(
                            "ce_specversion",
                            "ce_id",
                            "ce_source",
                            "ce_type",
                            "ce_subject",
                            "ce_time",
                            "ce_sequence",
                            "content-type");
            assertThat(new String(first.key(), StandardCharsets.UTF_8)).isEqualTo(id);
            CloudEvent published = OfficeTopicsCaller.read(first);
            assertThat(published.getId()).isEqualTo(eventId);
            assertThat(published.getType()).isEqualTo("office.request.published.v1");
            assertThat(published.getSubject()).isEqualTo(id);
            assertThat(published.getDataContentType()).isEqualTo("application/json");
            assertThat(published.getExtension("sequence")).isEqualTo("1");
            JsonNode overHttp = office.get("/api/events").json().get("items").get(0);
            assertThat(JsonMapper.shared()
                            .readTree(
                                    Objects.requireNonNull(published.getData()).toBytes()))
                    .isEqualTo(overHttp.get("data"));
            CloudEvent refused = OfficeTopicsCaller.read(outcomes.get(1));
            assertThat(refused.getExtension("sequence")).isEqualTo("2");
            assertThat(refused.getSubject()).isNull();
        }
    }
}
