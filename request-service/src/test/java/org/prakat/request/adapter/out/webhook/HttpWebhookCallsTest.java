package org.prakat.request.adapter.out.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prakat.request.WebhookReceiver;
import org.prakat.request.WebhookReceiver.Received;
import org.prakat.request.application.port.OutcomeText;
import org.prakat.request.application.port.Outcomes.Told;
import org.prakat.request.application.port.WebhookCalls;
import org.prakat.request.domain.Outcome;
import org.prakat.request.domain.Webhook;
import org.prakat.request.domain.WebhookAnswer;
import org.prakat.request.domain.WebhookAnswer.Trouble;
import org.prakat.testing.SteppedClock;

class HttpWebhookCallsTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");
    private static final OutcomeText TEXT =
            told -> ("{\"n\":" + told.number() + ",\"ก\":1}").getBytes(StandardCharsets.UTF_8);
    private static final Told TOLD = new Told(
            7,
            new Outcome(
                    "e-1",
                    "one",
                    Outcome.Type.APPROVED,
                    "r",
                    "s",
                    Instant.parse("2026-11-25T02:00:00Z"),
                    List.of(),
                    null,
                    null,
                    null,
                    null));

    private final WebhookCalls calls = calls(true, Duration.ofSeconds(10));
    private WebhookReceiver receiver;

    @BeforeEach
    void open() throws Exception {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    private static WebhookCalls calls(boolean loopback, Duration patience) {
        return new HttpWebhookCalls(TEXT, loopback, patience, TrustedAuthorities.context(null), CLOCK);
    }

    private static Webhook to(String url) {
        return Webhook.begin("one", "office-client/one-web", url, Webhook.State.ACTIVE, 0);
    }

    @Test
    void anOutcomeIsToldSignedByBothSecretsDuringTheGrace() throws Exception {
        Webhook before = to(receiver.url());
        Webhook webhook = before.withNewSecret(CLOCK.instant());

        WebhookAnswer answer = calls.tell(webhook, TOLD);

        assertThat(answer.isTaken()).isTrue();
        Received received = receiver.next();
        assertThat(received.id()).isEqualTo("e-1");
        assertThat(received.timestamp())
                .isEqualTo(String.valueOf(CLOCK.instant().getEpochSecond()));
        assertThat(received.type()).isEqualTo("application/cloudevents+json");
        assertThat(received.json().get("n").asInt()).isEqualTo(7);
        assertThat(received.isSignedBy(webhook.secret().text())).isTrue();
        assertThat(received.isSignedBy(before.secret().text())).isTrue();
    }

    @Test
    void afterTheGraceTheOldSecretIsOver() throws Exception {
        Webhook before = to(receiver.url());
        Webhook webhook = before.withNewSecret(CLOCK.instant().minus(Webhook.GRACE));

        calls.tell(webhook, TOLD);

        Received received = receiver.next();
        assertThat(received.isSignedBy(webhook.secret().text())).isTrue();
        assertThat(received.isSignedBy(before.secret().text())).isFalse();
    }

    @Test
    void aRedirectionIsNoAnswerAndIsNotFollowed() throws Exception {
        receiver.answer(307, Map.of("Location", receiver.url() + "/elsewhere"));

        WebhookAnswer answer = calls.tell(to(receiver.url()), TOLD);

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.isTaken()).isFalse();
        receiver.next();
        assertThat(receiver.waiting()).isZero();
    }

    @Test
    void whoIsGoneOrBusySaysSo() {
        receiver.answer(410, Map.of());
        assertThat(calls.tell(to(receiver.url()), TOLD).isGone()).isTrue();

        receiver.answer(503, Map.of("Retry-After", "120"));
        assertThat(calls.tell(to(receiver.url()), TOLD).retryAfter()).isEqualTo(Duration.ofMinutes(2));
        receiver.answer(503, Map.of("Retry-After", "soon"));
        assertThat(calls.tell(to(receiver.url()), TOLD).retryAfter()).isNull();
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedFor() {
        receiver.fallSilent();
        WebhookCalls impatient = calls(true, Duration.ofMillis(300));

        assertThat(impatient.tell(to(receiver.url()), TOLD).trouble()).isEqualTo(Trouble.TOO_SLOW);
    }

    @Test
    void whoNeverStopsTalkingIsNotListenedTo() {
        receiver.talkWithoutEnd();
        receiver.answer(200, Map.of());

        assertThat(calls.tell(to(receiver.url()), TOLD).isTaken()).isTrue();
    }

    @Test
    void whoIsNotThereIsUnreachable() {
        String url = receiver.url();
        receiver.close();

        assertThat(calls.tell(to(url), TOLD).trouble()).isEqualTo(Trouble.UNREACHABLE);
    }

    @Test
    void aNameThatLeadsInsideIsNotCalled() {
        WebhookCalls real = calls(false, Duration.ofSeconds(10));

        assertThat(real.tell(to(receiver.url().replace("127.0.0.1", "localhost")), TOLD)
                        .trouble())
                .isEqualTo(Trouble.NOT_PUBLIC);
        assertThat(receiver.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "https://203.150.1.1/hook, true, ",
        "https://203.150.1.1:8443/a?b=c, false, ",
        "http://203.150.1.1/hook, true, NOT_HTTPS",
        "ftp://203.150.1.1/, true, NOT_HTTPS",
        "http://127.0.0.1:9/, true, ",
        "http://127.0.0.1:9/, false, NOT_HTTPS",
        "https://127.0.0.1:9/, false, NOT_PUBLIC",
        "https://10.0.0.1/, true, NOT_PUBLIC",
        "https://[fd00::1]/, true, NOT_PUBLIC",
        "https://169.254.169.254/latest, true, NOT_PUBLIC",
        "https://2130706433/, false, NOT_PUBLIC",
        "https://me:secret@203.150.1.1/, true, MALFORMED",
        "https://203.150.1.1/#part, true, MALFORMED",
        "https:///hook, true, MALFORMED",
        "/hook, true, MALFORMED"
    })
    void whatAnAddressMustBeLike(String url, boolean loopback, String fault) {
        WebhookCalls checking = calls(loopback, Duration.ofSeconds(10));

        assertThat(checking.faultOf(URI.create(url)).orElse(null)).isEqualTo(fault);
    }
}
