package org.prakat.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.Rejected;
import org.prakat.common.event.RejectionReason;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ServiceUnderTest.Answer;
import org.prakat.request.WebhookReceiver.Received;
import org.prakat.request.application.DeliverOutcomes;
import org.prakat.request.application.port.Webhooks.Turn;
import org.prakat.request.domain.Samples;
import org.prakat.request.domain.Webhook;
import org.prakat.testing.SteppedClock;
import org.prakat.testing.TestCertificates;
import tools.jackson.databind.JsonNode;

/** Other offices are told their outcomes where they wish, signed, again and again until they take them. */
class WebhooksTest {

    private static final SteppedClock CLOCK = new SteppedClock(Samples.NOW);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WEBHOOK = "/api/webhook";
    private static final String DELIVERIES = WEBHOOK + "/deliveries";
    private static final OrderReference ORDER = new OrderReference("o1", "12/2569");
    private static final Person HEAD = new Person("somchai", "สมชาย รักงาน", "หัวหน้ากลุ่มงาน");

    private static final TestCertificates GOVERNMENT = new TestCertificates("A government's authority");

    @TempDir
    private static Path folder;

    private static ServiceUnderTest service;
    private static OfficeCaller office;
    private static OfficeCaller other;
    private static int requests;

    private WebhookReceiver receiver;

    @BeforeAll
    static void start() throws Exception {
        Path authority = GOVERNMENT.authority(folder.resolve("government.pem"));
        service = ServiceUnderTest.start(
                RequestServiceApplication.application(),
                "webhooks-test",
                CLOCK,
                Map.of(
                        "prakat.offices.webhooks.interval", "50ms",
                        "prakat.offices.webhooks.patience", "1s",
                        "prakat.offices.webhooks.allow-loopback", true,
                        "prakat.offices.webhooks.ssl-bundle", "government",
                        "spring.ssl.bundle.pem.government.truststore.certificate", "file:" + authority));
        office = new OfficeCaller(service, "phu-kradueng");
        other = new OfficeCaller(service, "pha-khao");
        service.tell(Samples.FINANCE);
        service.tell(Samples.PROCUREMENT);
        service.tell(office.defined());
        service.tell(other.defined());
        await().atMost(PATIENCE)
                .until(() -> office.post(office.submitted("warm-up", "ก")).status() == 202
                        && other.post(other.submitted("warm-up", "ก")).status() == 202);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void open() throws Exception {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void close() {
        receiver.close();
        office.send("DELETE", WEBHOOK);
        other.send("DELETE", WEBHOOK);
    }

    private String register() {
        return register(office, receiver);
    }

    /** @return its secret */
    private static String register(OfficeCaller caller, WebhookReceiver where) {
        Answer made = caller.put(WEBHOOK, Map.of("url", where.url()));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        return made.json().get("secret").asString();
    }

    /** Has a request of the office rejected, and gives its id. */
    private static String outcome(OfficeCaller caller) {
        String id = request(caller);
        reject(caller, id);
        return id;
    }

    private static String request(OfficeCaller caller) {
        String event = "hook-" + requests++;
        return caller.post(caller.submitted(event, "เรื่อง " + event))
                .json()
                .get("requestId")
                .asString();
    }

    private static void reject(OfficeCaller caller, String id) {
        String before = end(caller);
        service.tell(new Rejected(id, 1, HEAD, ORDER, List.of(new RejectionReason("INCORRECT", "ยอดไม่ตรง"))));
        await().atMost(PATIENCE).until(() -> !end(caller).equals(before));
    }

    /** Whatever is to be told now has been told when it returns. */
    private static void haveATurn() {
        service.bean(DeliverOutcomes.class).carryOut(new Turn("phu-kradueng", Instant.EPOCH));
    }

    private static String end(OfficeCaller caller) {
        return caller.get("/api/events?limit=200").json().get("next").asString();
    }

    private static JsonNode delivery(OfficeCaller caller) {
        return caller.get(DELIVERIES).json().get("items").get(0);
    }

    private static JsonNode awaitDelivery(OfficeCaller caller, String state, int attempts) {
        return await().atMost(PATIENCE)
                .until(
                        () -> delivery(caller),
                        delivery -> delivery != null
                                && delivery.get("state").asString().equals(state)
                                && delivery.get("attempts").asInt() == attempts);
    }

    @Test
    void anOutcomeComesSignedInOrderAndAsItIsRead() throws Exception {
        String secret = register();
        List<String> ids = List.of(outcome(office), outcome(office), outcome(office));

        for (String id : ids) {
            Received received = receiver.next();
            assertThat(received.isSignedBy(secret)).isTrue();
            assertThat(received.type()).isEqualTo("application/cloudevents+json");
            JsonNode event = received.json();
            assertThat(event.get("subject").asString()).isEqualTo(id);
            assertThat(event.get("id").asString()).isEqualTo(received.id());
            String before = String.valueOf(Long.parseLong(event.get("sequence").asString()) - 1);
            assertThat(office.get("/api/events?limit=1&after=" + before)
                            .json()
                            .get("items")
                            .get(0))
                    .isEqualTo(event);
        }
        JsonNode last = awaitDelivery(office, "DELIVERED", 1);
        assertThat(last.get("lastStatus").asInt()).isEqualTo(204);
        assertThat(last.has("dueAt")).isFalse();
    }

    @Test
    void anOutcomeComesOverTlsToWhomAnAuthorityVouchesForThatWasNamedInASetting() throws Exception {
        try (WebhookReceiver trusted = new WebhookReceiver(GOVERNMENT.server("localhost"))) {
            String secret = register(office, trusted);
            String id = outcome(office);

            Received received = trusted.next();

            assertThat(received.json().get("subject").asString()).isEqualTo(id);
            assertThat(received.isSignedBy(secret)).isTrue();
            assertThat(awaitDelivery(office, "DELIVERED", 1).get("lastStatus").asInt())
                    .isEqualTo(204);
        }
    }

    @Test
    void whoseCertificateIsNotToBeBelievedIsSeenAsUnreachableAndToldWhenItIsMended() throws Exception {
        try (WebhookReceiver expired = new WebhookReceiver(GOVERNMENT.expired("localhost"));
                WebhookReceiver mended = new WebhookReceiver(GOVERNMENT.server("localhost"))) {
            register(office, expired);
            String id = outcome(office);
            assertThat(awaitDelivery(office, "WAITING", 1).get("lastTrouble").asString())
                    .isEqualTo("UNREACHABLE");
            assertThat(expired.waiting()).isZero();

            office.put(WEBHOOK, Map.of("url", mended.url()));
            CLOCK.advance(Duration.ofMinutes(1));

            assertThat(mended.next().json().get("subject").asString()).isEqualTo(id);
        }
    }

    @Test
    void theSecretIsShownOnceAndTwoAreGoodForADayAfterAChange() throws Exception {
        String first = register();
        assertThat(office.get(WEBHOOK).text()).doesNotContain("whsec_");
        assertThat(office.put(WEBHOOK, Map.of("url", receiver.url())).text()).doesNotContain("whsec_");

        Answer changed = office.send("POST", WEBHOOK + "/secret");
        String second = changed.json().get("secret").asString();
        assertThat(changed.json().get("previousSecretUntil").asString())
                .isEqualTo(CLOCK.instant().plus(Webhook.GRACE).toString());
        outcome(office);
        Received received = receiver.next();

        assertThat(second).isNotEqualTo(first);
        assertThat(received.isSignedBy(first)).isTrue();
        assertThat(received.isSignedBy(second)).isTrue();
        CLOCK.advance(Webhook.GRACE);
        outcome(office);
        Received later = receiver.next();
        assertThat(later.isSignedBy(first)).isFalse();
        assertThat(later.isSignedBy(second)).isTrue();
    }

    @Test
    void whatIsNotTakenComesAgainUnderTheSameIdAndIsSeenToFail() throws Exception {
        register();
        receiver.answer(500, Map.of());
        outcome(office);
        Received first = receiver.next();
        JsonNode waiting = awaitDelivery(office, "WAITING", 1);
        assertThat(waiting.get("lastStatus").asInt()).isEqualTo(500);
        await().atMost(PATIENCE).until(() -> office.get(WEBHOOK).json().has("failingSince"));
        assertThat(failing()).isEqualTo(1);

        receiver.answer(200, Map.of());
        CLOCK.advance(Duration.ofSeconds(10));
        Received again = receiver.next();

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.timestamp()).isNotEqualTo(first.timestamp());
        awaitDelivery(office, "DELIVERED", 2);
        await().atMost(PATIENCE).until(() -> !office.get(WEBHOOK).json().has("failingSince"));
        assertThat(failing()).isZero();
    }

    private static double failing() {
        return service.bean(MeterRegistry.class)
                .get("prakat.webhooks.failing")
                .gauge()
                .value();
    }

    @Test
    void whatCannotBeTakenDoesNotHoldUpForLongWhatFollows() throws Exception {
        register();
        receiver.answer(500, Map.of("Retry-After", "3600"));
        String poison = outcome(office);
        assertThat(receiver.next().json().get("subject").asString()).isEqualTo(poison);
        awaitDelivery(office, "WAITING", 1);
        receiver.answer(200, Map.of());
        String good = outcome(office);

        CLOCK.advance(Duration.ofMinutes(1));

        assertThat(receiver.next().json().get("subject").asString()).isEqualTo(good);
    }

    @Test
    void aDeadEndpointOfOneOfficeDelaysNoOther() throws Exception {
        try (WebhookReceiver silent = new WebhookReceiver()) {
            silent.fallSilent();
            register(other, silent);
            register();
            outcome(other);
            silent.next();
            // While that one is being waited for:
            String id = outcome(office);

            assertThat(receiver.next().json().get("subject").asString()).isEqualTo(id);
            assertThat(awaitDelivery(other, "WAITING", 1).get("lastTrouble").asString())
                    .isEqualTo("TOO_SLOW");
        }
    }

    @Test
    void whoAnswersGoneIsToldNothingMoreUntilItComesBack() throws Exception {
        register();
        receiver.answer(410, Map.of());
        String first = outcome(office);
        receiver.next();
        await().atMost(PATIENCE)
                .until(() -> office.get(WEBHOOK).json().get("state").asString().equals("GONE"));
        assertThat(failing()).isEqualTo(1);
        String second = outcome(office);
        CLOCK.advance(Duration.ofDays(1));

        receiver.answer(200, Map.of());
        assertThat(office.put(WEBHOOK, Map.of("url", receiver.url()))
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("ACTIVE");

        assertThat(receiver.next().json().get("subject").asString()).isEqualTo(first);
        assertThat(receiver.next().json().get("subject").asString()).isEqualTo(second);
    }

    @Test
    void aPauseLosesNothing() throws Exception {
        register();
        office.put(WEBHOOK, Map.of("url", receiver.url(), "active", false));
        String id = outcome(office);
        assertThat(office.get(WEBHOOK).json().get("state").asString()).isEqualTo("PAUSED");
        haveATurn();
        assertThat(receiver.waiting()).isZero();

        office.put(WEBHOOK, Map.of("url", receiver.url(), "active", true));

        assertThat(receiver.next().json().get("subject").asString()).isEqualTo(id);
    }

    @Test
    void aClientThatMayNotCallIsNotCalled() throws Exception {
        register();
        String id = request(office);
        OfficeClientDefined on = office.defined();
        service.tell(new OfficeClientDefined(on.id(), 2, on.name(), on.office(), on.receivers(), false));
        awaitStatus(403);
        reject(office, id);
        haveATurn();
        assertThat(receiver.waiting()).isZero();

        service.tell(new OfficeClientDefined(on.id(), 3, on.name(), on.office(), on.receivers(), true));
        awaitStatus(202);
        CLOCK.advance(Duration.ofMinutes(1));

        assertThat(receiver.next().json().get("subject").asString()).isEqualTo(id);
    }

    private static void awaitStatus(int status) {
        await().atMost(PATIENCE)
                .until(() -> office.post(office.submitted("allowed-" + requests++, "ก"))
                                .status()
                        == status);
    }

    @Test
    void aDeliveryIsReplayedAndTheListIsPagedAndOnesOwn() throws Exception {
        register();
        String first = outcome(office);
        Received original = receiver.next();
        outcome(office);
        receiver.next();
        awaitDelivery(office, "DELIVERED", 1);

        JsonNode newest = office.get(DELIVERIES + "?limit=1").json();
        assertThat(newest.get("items")).hasSize(1);
        JsonNode older = office.get(
                        DELIVERIES + "?limit=1&cursor=" + newest.get("next").asString())
                .json()
                .get("items")
                .get(0);
        String sequence = older.get("sequence").asString();
        assertThat(other.get(DELIVERIES).json().get("items")).isEmpty();
        assertThat(other.send("POST", DELIVERIES + "/" + sequence + "/replay").status())
                .isEqualTo(404);
        assertThat(office.send("POST", DELIVERIES + "/x/replay").status()).isEqualTo(404);
        Answer replayed = office.send("POST", DELIVERIES + "/" + sequence + "/replay");

        assertThat(replayed.status()).as(replayed.text()).isEqualTo(202);
        Received again = receiver.next();
        assertThat(again.id()).isEqualTo(original.id());
        assertThat(again.json().get("subject").asString()).isEqualTo(first);
    }

    @Test
    void deliveriesMayBeginWithWhatWasThereBefore() throws Exception {
        String start = end(office);
        String id = outcome(office);

        office.put(WEBHOOK, Map.of("url", receiver.url(), "after", start));

        assertThat(receiver.next().json().get("subject").asString()).isEqualTo(id);
    }

    @Test
    void aWrongAddressIsRefusedAndNobodyElseReachesTheWebhook() {
        for (String url : List.of("http://203.150.1.1/", "https://192.168.1.1/hook", "nonsense:", "", "\\")) {
            Answer refused = office.put(WEBHOOK, Map.of("url", url));
            assertThat(refused.status()).as(url).isEqualTo(400);
            assertThat(refused.json().get("faults").get(0).get("field").asString())
                    .isEqualTo("url");
        }
        assertThat(office.put(WEBHOOK, Map.of("url", receiver.url(), "after", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(office.put(WEBHOOK, List.of()).status()).isEqualTo(400);
        assertThat(office.get(WEBHOOK).status()).isEqualTo(404);
        assertThat(office.send("POST", WEBHOOK + "/secret").status()).isEqualTo(404);
        assertThat(service.get(WEBHOOK).status()).isEqualTo(401);
        register();
        assertThat(other.get(WEBHOOK).status()).isEqualTo(404);
    }
}
