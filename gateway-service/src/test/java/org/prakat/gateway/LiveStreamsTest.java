package org.prakat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prakat.common.event.Event;
import org.prakat.common.event.EventType;
import org.prakat.common.event.RequestSubmitted;
import org.prakat.common.event.SampleEvents;
import org.prakat.common.security.SigningKeys;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.testing.SteppedClock;

/** Pages hear that something changed, whichever of two gateways they are connected to. */
class LiveStreamsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");
    private static final String PASSWORD = "a-long-password";
    private static final int MOST_OF_A_PERSON = 3;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ServiceUnderTest first;
    private static ServiceUnderTest second;

    @BeforeAll
    static void start() {
        Map<String, Object> settings = new HashMap<>();
        for (String service : List.of("request", "approval", "publishing", "expiry")) {
            settings.put("prakat.gateway.services." + service + "-service", "http://127.0.0.1:1");
        }
        settings.put("prakat.gateway.signing-keys", SigningKeys.generate().privateSet());
        settings.put("prakat.gateway.live.gather", "50ms");
        settings.put("prakat.gateway.live.again", "50ms");
        settings.put("prakat.gateway.live.heartbeat", "100ms");
        settings.put("prakat.gateway.live.most-of-a-person", MOST_OF_A_PERSON);
        settings.put("prakat.demo.enabled", true);
        for (String user : List.of("officer", "officer2", "approver", "webmaster", "admin", "auditor")) {
            settings.put("prakat.demo.passwords." + user, PASSWORD);
        }
        first = ServiceUnderTest.start(GatewayServiceApplication.application(), "live-test", CLOCK, settings);
        settings.put("prakat.demo.enabled", false);
        second = ServiceUnderTest.start(GatewayServiceApplication.application(), "live-test", CLOCK, settings);
    }

    @AfterAll
    static void stop() {
        second.close();
        first.close();
    }

    @BeforeEach
    void newDay() {
        CLOCK.advance(Duration.ofDays(1));
    }

    @Test
    void anEventIsHeardAtEveryGatewayByThoseWhomItConcerns() throws Exception {
        Stream ofTheGroup = open(first, signIn("officer2"));
        Stream approver = open(second, signIn("approver"));
        Stream ofAnotherGroup = open(second, signIn("officer"));
        Event submitted = SampleEvents.of(EventType.of(RequestSubmitted.class));

        await().atMost(PATIENCE).until(() -> {
            first.tell(submitted);
            return ofTheGroup.heard() && approver.heard();
        });

        assertThat(ofAnotherGroup.heard()).isFalse();
        assertThat(approver.text()).as("nothing of what it is").doesNotContain(submitted.subject());
    }

    @Test
    void aStreamEndsWithItsSession() throws Exception {
        String session = signIn("admin");
        Stream stream = open(second, session);

        signOut(session);

        stream.awaitEnd();
    }

    @Test
    void aStreamDoesNotKeepASessionInUse() throws Exception {
        String session = signIn("webmaster");
        CLOCK.advance(Duration.ofMinutes(20));
        Stream stream = open(first, session);
        HttpRequest.Builder unattended = call(first, "/api/session", session).header("X-Prakat-Unattended", "yes");
        assertThat(send(unattended).statusCode()).isEqualTo(200);

        CLOCK.advance(Duration.ofMinutes(11));

        stream.awaitEnd();
        assertThat(send(call(first, "/api/session", session)).statusCode()).isEqualTo(401);
    }

    @Test
    void aPersonHasSoManyStreamsAndNoMore() throws Exception {
        String session = signIn("auditor");
        for (int i = 0; i < MOST_OF_A_PERSON; i++) {
            open(first, session);
        }

        assertThat(send(stream(first, session)).statusCode()).isEqualTo(204);
    }

    @Test
    void whoLeavesMakesRoom() throws Exception {
        String session = signIn("officer2");
        List<Stream> left = new ArrayList<>();
        for (int i = 0; i < MOST_OF_A_PERSON; i++) {
            left.add(open(second, session));
        }

        for (Stream stream : left) {
            stream.leave();
        }

        await().atMost(PATIENCE).until(() -> {
            HttpResponse<InputStream> again = HTTP.send(stream(second, session).build(), BodyHandlers.ofInputStream());
            again.body().close();
            return again.statusCode() == 200;
        });
    }

    @Test
    void aStrangerGetsNoStreamAndIsNotToAskAgain() throws Exception {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(first.address() + "/staff/live"))
                .header("Accept", "text/event-stream");

        assertThat(send(call).statusCode()).isEqualTo(204);
    }

    /** An open stream, and what came by it. */
    private static final class Stream {

        private final StringBuffer text = new StringBuffer();
        private final InputStream body;
        private final CompletableFuture<Void> end;

        Stream(InputStream body) {
            this.body = body;
            this.end = CompletableFuture.runAsync(() -> read(body), task -> new Thread(task).start());
        }

        private void read(InputStream body) {
            byte[] buffer = new byte[1024];
            try (body) {
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    text.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                text.append(e);
            }
        }

        boolean heard() {
            return text.indexOf("event:changed") >= 0;
        }

        String text() {
            return text.toString();
        }

        void leave() throws IOException {
            body.close();
        }

        void awaitEnd() {
            await().atMost(PATIENCE).until(end::isDone);
        }
    }

    private static Stream open(ServiceUnderTest gateway, String session) throws Exception {
        HttpResponse<InputStream> answer = HTTP.send(stream(gateway, session).build(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        return new Stream(answer.body());
    }

    private static HttpRequest.Builder stream(ServiceUnderTest gateway, String session) {
        return call(gateway, "/staff/live", session).header("Accept", "text/event-stream");
    }

    private static HttpRequest.Builder call(ServiceUnderTest gateway, String path, String session) {
        return HttpRequest.newBuilder(URI.create(gateway.address() + path))
                .header("Cookie", "prakat-session=" + session);
    }

    private static HttpResponse<String> send(HttpRequest.Builder call) throws Exception {
        return HTTP.send(call.build(), BodyHandlers.ofString());
    }

    /** Signs somebody in; gives the secret of the session, which every gateway knows. */
    private static String signIn(String user) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(first.address() + "/api/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"userName\":\"" + user + "\",\"password\":\"" + PASSWORD + "\"}")));
        List<HttpCookie> cookies = new ArrayList<>();
        answer.headers().allValues("Set-Cookie").forEach(header -> cookies.addAll(HttpCookie.parse(header)));
        return cookies.get(0).getValue();
    }

    private static void signOut(String session) throws Exception {
        String csrf = Browser.json(send(call(first, "/api/session", session)))
                .get("csrfToken")
                .asString();
        HttpRequest.Builder call = call(first, "/api/session", session)
                .header("X-CSRF-TOKEN", csrf)
                .DELETE();
        assertThat(send(call).statusCode()).isEqualTo(204);
    }
}
