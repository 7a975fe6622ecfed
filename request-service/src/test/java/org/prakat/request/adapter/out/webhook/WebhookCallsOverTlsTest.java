package org.prakat.request.adapter.out.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.prakat.testing.TestCertificates;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Webhooks are called over TLS, and told only to those who prove that they have the name of the address. */
class WebhookCallsOverTlsTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");
    private static final OutcomeText TEXT = told -> "{}".getBytes(StandardCharsets.UTF_8);
    private static final Outcome APPROVED = new Outcome(
            "e-1", "one", Outcome.Type.APPROVED, "r", "s", Instant.EPOCH, List.of(), null, null, null, null);
    private static final Told TOLD = new Told(7, APPROVED);

    private static final TestCertificates GOVERNMENT = new TestCertificates("A government's authority");
    private static final TestCertificates SOMEBODY = new TestCertificates("Somebody's authority");

    @TempDir
    private static Path folder;

    private static SslBundle government;

    @BeforeAll
    static void trust() throws Exception {
        Path authority = GOVERNMENT.authority(folder.resolve("government.pem"));
        SslStoreBundle stores = new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate("file:" + authority));
        government = SslBundle.of(stores);
    }

    private static WebhookCalls calls(boolean loopback) {
        return calls(loopback, Duration.ofSeconds(10));
    }

    private static WebhookCalls calls(boolean loopback, Duration patience) {
        return new HttpWebhookCalls(TEXT, loopback, patience, TrustedAuthorities.context(government), CLOCK);
    }

    private static Webhook to(String url) {
        return Webhook.begin("one", "office-client/one-web", url, Webhook.State.ACTIVE, 0);
    }

    @Test
    void whoHasACertificateOfAnAuthorityThatIsTrustedIsTold() throws Exception {
        try (WebhookReceiver office = new WebhookReceiver(GOVERNMENT.server("localhost"))) {
            Webhook webhook = to(office.url());

            assertThat(calls(true).tell(webhook, TOLD).isTaken()).isTrue();

            Received received = office.next();
            assertThat(received.isSignedBy(webhook.secret().text())).isTrue();
        }
    }

    @Test
    void whoHasACertificateOfAnotherAuthorityIsNot() throws Exception {
        assertIsNotTold(SOMEBODY.server("localhost"));
    }

    @Test
    void whoHasACertificateOfAnotherNameIsNot() throws Exception {
        assertIsNotTold(GOVERNMENT.server("www.example.go.th"));
    }

    @Test
    void whoseCertificateHasExpiredIsNot() throws Exception {
        assertIsNotTold(GOVERNMENT.expired("localhost"));
    }

    private static void assertIsNotTold(TestCertificates.Server certificate) throws Exception {
        try (WebhookReceiver stranger = new WebhookReceiver(certificate)) {
            assertThat(calls(true).tell(to(stranger.url()), TOLD)).isEqualTo(WebhookAnswer.none(Trouble.UNREACHABLE));
            assertThat(stranger.waiting()).isZero();
        }
    }

    @Test
    void aRedirectionIsAnAnswerLikeOthersAndIsNotFollowed() throws Exception {
        try (WebhookReceiver office = new WebhookReceiver(GOVERNMENT.server("localhost"))) {
            office.answer(308, Map.of("Location", office.url() + "/elsewhere"));

            WebhookAnswer answer = calls(true).tell(to(office.url()), TOLD);

            assertThat(answer.status()).isEqualTo(308);
            assertThat(answer.isTaken()).isFalse();
            office.next();
            assertThat(office.waiting()).isZero();
        }
    }

    @Test
    void aNameThatLeadsInsideIsNotCalledWhateverItsCertificate() throws Exception {
        try (WebhookReceiver inside = new WebhookReceiver(GOVERNMENT.server("localhost"))) {
            assertThat(calls(false).tell(to(inside.url()), TOLD)).isEqualTo(WebhookAnswer.none(Trouble.NOT_PUBLIC));
            assertThat(inside.waiting()).isZero();
        }
    }

    @Test
    void whoTakesTheConnectionAndDoesNotEvenGreetIsNotWaitedFor() throws Exception {
        try (ServerSocket dumb = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebhookCalls impatient = calls(true, Duration.ofMillis(500));

            assertThat(impatient.tell(to("https://localhost:" + dumb.getLocalPort() + "/"), TOLD))
                    .isEqualTo(WebhookAnswer.none(Trouble.TOO_SLOW));
        }
    }

    @Test
    void whoNeverAnswersIsNotWaitedFor() throws Exception {
        try (WebhookReceiver silent = new WebhookReceiver(GOVERNMENT.server("localhost"))) {
            silent.fallSilent();

            assertThat(calls(true, Duration.ofSeconds(1)).tell(to(silent.url()), TOLD))
                    .isEqualTo(WebhookAnswer.none(Trouble.TOO_SLOW));
        }
    }

    @Test
    void whoNeverStopsTalkingIsNotListenedTo() throws Exception {
        try (WebhookReceiver talker = new WebhookReceiver(GOVERNMENT.server("localhost"))) {
            talker.talkWithoutEnd();
            talker.answer(200, Map.of());

            assertThat(calls(true).tell(to(talker.url()), TOLD).isTaken()).isTrue();
        }
    }

    @Test
    void theAuthoritiesThatJavaKnowsAreTrustedAsEver() throws Exception {
        TrustManagerFactory java = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        java.init((KeyStore) null);
        int known = ((X509TrustManager) java.getTrustManagers()[0]).getAcceptedIssuers().length;

        assertThat(known).isPositive();
        assertThat(TrustedAuthorities.all(government).size()).isEqualTo(known + 1);
    }
}
