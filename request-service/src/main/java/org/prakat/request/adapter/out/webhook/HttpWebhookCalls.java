package org.prakat.request.adapter.out.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.prakat.request.application.port.OutcomeText;
import org.prakat.request.application.port.Outcomes.Told;
import org.prakat.request.application.port.WebhookCalls;
import org.prakat.request.domain.Webhook;
import org.prakat.request.domain.WebhookAnswer;
import org.prakat.request.domain.WebhookAnswer.Trouble;

/**
 * Calls webhooks over HTTPS. Names are looked up before each call, and called only when all their addresses are public; Java
 * remembers them for the call that follows, and whoever answers must have a certificate of that name. No redirect is followed,
 * no proxy used, and nothing read of an answer but its head.
 */
public final class HttpWebhookCalls implements WebhookCalls {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final OutcomeText text;
    private final Networks networks;
    private final Duration patience;
    private final InstantSource clock;
    private final HttpClient client;

    /**
     * @param loopback whether addresses of this machine may be called, also without TLS: for trying out
     * @param patience from the call to the head of the answer
     * @param trust whose certificates are believed
     */
    public HttpWebhookCalls(
            OutcomeText text, boolean loopback, Duration patience, SSLContext trust, InstantSource clock) {
        this.text = text;
        this.networks = new Networks(loopback);
        this.patience = patience;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(patience)
                .sslContext(trust)
                .build();
    }

    @Override
    public Optional<String> faultOf(URI url) {
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of("MALFORMED");
        }
        boolean tryingOut = networks.loopback()
                && "http".equals(url.getScheme())
                && THIS_MACHINE.contains(url.getHost().toLowerCase(Locale.ROOT));
        if (!"https".equals(url.getScheme()) && !tryingOut) {
            return Optional.of("NOT_HTTPS");
        }
        return troubleWith(url) == Trouble.NOT_PUBLIC ? Optional.of("NOT_PUBLIC") : Optional.empty();
    }

    private @Nullable Trouble troubleWith(URI url) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
            return Arrays.stream(addresses).allMatch(networks::mayCall) ? null : Trouble.NOT_PUBLIC;
        } catch (UnknownHostException e) {
            return Trouble.UNREACHABLE;
        }
    }

    @Override
    public WebhookAnswer tell(Webhook webhook, Told told) {
        URI url = URI.create(webhook.url());
        Trouble trouble = troubleWith(url);
        return trouble == null ? call(request(url, webhook, told)) : WebhookAnswer.none(trouble);
    }

    private HttpRequest request(URI url, Webhook webhook, Told told) {
        byte[] body = text.structured(told);
        String id = told.outcome().eventId();
        long seconds = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("Content-Type", "application/cloudevents+json")
                .header("User-Agent", "Prakat")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(seconds))
                .header("webhook-signature", Signature.of(webhook.secretsAt(clock.instant()), id, seconds, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private WebhookAnswer call(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            // Whatever else comes is let go unread.
            answer.body().close();
            return new WebhookAnswer(answer.statusCode(), null, retryAfter(answer));
        } catch (HttpTimeoutException e) {
            return WebhookAnswer.none(Trouble.TOO_SLOW);
        } catch (IOException e) {
            return WebhookAnswer.none(Trouble.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return WebhookAnswer.none(Trouble.UNREACHABLE);
        }
    }

    private static @Nullable Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }
}
