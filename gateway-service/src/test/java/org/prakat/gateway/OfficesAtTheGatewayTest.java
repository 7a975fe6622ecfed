package org.prakat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.gateway.Browser.json;

import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.event.Topic;
import org.prakat.common.security.SigningKeys;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ToldEvents;
import org.prakat.testing.SteppedClock;

/** Programs of other offices at the gateway: registered, admitted by their secret, let through by their token. */
class OfficesAtTheGatewayTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");
    private static final String PASSWORD = "a-long-password";
    private static final int BURST = 20;
    private static final String CLIENT =
            """
            {"name":"ระบบเว็บไซต์","office":"phu-kradueng","receivers":["wang-saphung"],"active":true}""";

    private static EchoService echo;
    private static ServiceUnderTest gateway;
    private static int clients;

    private final Browser admin = new Browser(gateway.address());
    private final Browser office = new Browser(gateway.address());

    @BeforeAll
    static void start() throws Exception {
        echo = new EchoService();
        Map<String, Object> settings = new HashMap<>();
        for (String service : new String[] {"request", "publishing", "approval", "expiry"}) {
            settings.put("prakat.gateway.services." + service + "-service", echo.address());
        }
        settings.put("prakat.gateway.signing-keys", SigningKeys.generate().privateSet());
        settings.put("prakat.gateway.office-rate.per-minute", 60);
        settings.put("prakat.gateway.office-rate.burst", BURST);
        settings.put("prakat.demo.enabled", true);
        settings.put("prakat.demo.passwords.admin", PASSWORD);
        settings.put("prakat.demo.passwords.officer", PASSWORD);
        gateway = ServiceUnderTest.start(
                GatewayServiceApplication.application(), "offices-gateway-test", CLOCK, settings);
        Browser admin = new Browser(gateway.address());
        admin.signIn("admin", PASSWORD);
        admin.put(
                "/api/admin/offices/phu-kradueng",
                "",
                "{\"name\":{\"th\":\"สำนักงานสาธารณสุขอำเภอภูกระดึง\",\"en\":\"Phu Kradueng Office\"}}");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        echo.close();
    }

    @BeforeEach
    void newDay() throws Exception {
        CLOCK.advance(Duration.ofDays(1));
        assertThat(admin.signIn("admin", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aClientIsRegisteredGetsASecretOnceAndTheOthersLearnOfItWithoutTheSecret() throws Exception {
        HttpResponse<String> made = admin.put("/api/office-clients/first", "", CLIENT);
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(json(made).get("hasSecret").asBoolean()).isFalse();
        assertThat(admin.put("/api/office-clients/first", "", CLIENT).statusCode())
                .isEqualTo(412);

        HttpResponse<String> issued = secret("POST", "first", tag(made));

        assertThat(issued.statusCode()).isEqualTo(200);
        assertThat(issued.headers().firstValue("Cache-Control")).hasValue("no-store");
        String secret = json(issued).get("clientSecret").asString();
        assertThat(Base64.getUrlDecoder().decode(secret)).as("256 random bits").hasSize(32);
        HttpResponse<String> read = admin.get("/api/office-clients/first");
        assertThat(read.body()).doesNotContain(secret).contains("\"hasSecret\":true");
        assertThat(tag(read)).isEqualTo(tag(issued));
        assertThat(admin.get("/api/office-clients").body())
                .contains("\"first\"")
                .doesNotContain(secret);
        try (ToldEvents told = new ToldEvents(Topic.REFERENCE)) {
            OfficeClientDefined client = told.await(OfficeClientDefined.class, "office-client/first");
            assertThat(client.office()).isEqualTo("phu-kradueng");
            assertThat(client.receivers()).containsExactly("wang-saphung");
        }
    }

    @Test
    void aWrongDefinitionIsRefusedAndOnlyAdministratorsDefine() throws Exception {
        HttpResponse<String> wrong =
                admin.put("/api/office-clients/wrong", "", "{\"office\":\"nowhere\",\"receivers\":[\"nobody\"]}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"name\"").contains("\"office\"").contains("\"receivers\"");
        assertThat(secret("POST", "nobody-there", "\"1\"").statusCode()).isEqualTo(404);
        HttpResponse<String> notForPeople = admin.put(
                "/api/admin/accounts/robot",
                "",
                "{\"userName\":\"robot\",\"name\":\"r\",\"position\":\"r\",\"office\":\"wang-saphung\",\"roles\":[\"OFFICE\"],"
                        + "\"active\":true}");
        assertThat(notForPeople.body()).contains("NOT_FOR_PEOPLE");

        Browser officer = new Browser(gateway.address());
        officer.signIn("officer", PASSWORD);
        assertThat(officer.get("/api/office-clients").statusCode()).isEqualTo(403);
        assertThat(officer.put("/api/office-clients/x1", "", CLIENT).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSecretGivesATokenAndTheTokenLetsTheOfficeThrough(boolean basic) throws Exception {
        String id = register();
        String secret = newSecret(id);

        HttpResponse<String> answer = basic
                ? token(form("grant_type", "client_credentials"), basic(id, secret))
                : token(form("grant_type", "client_credentials", "client_id", id, "client_secret", secret), "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(json(answer).get("token_type").asString()).isEqualTo("Bearer");
        assertThat(json(answer).get("expires_in").asInt()).isEqualTo(900);
        HttpResponse<String> relayed =
                call("/api/events?after=7", json(answer).get("access_token").asString());
        assertThat(json(relayed).get("path").asString()).isEqualTo("/api/events?after=7");
        SignedJWT inside =
                SignedJWT.parse(json(relayed).get("authorization").asString().substring("Bearer ".length()));
        assertThat(inside.getJWTClaimsSet().getSubject()).isEqualTo("office-client/" + id);
        assertThat(inside.getJWTClaimsSet().getClaim("office")).isEqualTo("phu-kradueng");
        assertThat(inside.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("OFFICE");
    }

    @Test
    void aTokenEndsAfterAQuarterOfAnHour() throws Exception {
        String token = admitted(register());

        CLOCK.advance(Duration.ofSeconds(899));
        assertThat(call("/api/events", token).statusCode()).isEqualTo(200);
        CLOCK.advance(Duration.ofSeconds(1));
        HttpResponse<String> late = call("/api/events", token);

        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(json(late).get("code").asString()).isEqualTo("INVALID_TOKEN");
        assertThat(late.headers().firstValue("WWW-Authenticate").orElse("")).contains("error=\"invalid_token\"");
    }

    @Test
    void anotherSecretOrNoneOrAClientSwitchedOffEndsEveryToken() throws Exception {
        String id = register();
        String oldSecret = newSecret(id);
        String first = access(id, oldSecret);

        String secondSecret = newSecret(id);
        assertThat(call("/api/events", first).statusCode()).isEqualTo(401);
        assertThat(token(credentials(id, oldSecret), "").statusCode()).isEqualTo(401);

        String second = access(id, secondSecret);
        HttpResponse<String> off =
                admin.put("/api/office-clients/" + id, tag(id), CLIENT.replace("\"active\":true", "\"active\":false"));
        assertThat(off.statusCode()).isEqualTo(200);
        assertThat(call("/api/events", second).statusCode()).isEqualTo(401);
        assertThat(token(credentials(id, secondSecret), "").statusCode()).isEqualTo(401);

        admin.put("/api/office-clients/" + id, tag(id), CLIENT);
        String third = access(id, secondSecret);
        assertThat(secret("DELETE", id, tag(id)).statusCode()).isEqualTo(200);
        assertThat(call("/api/events", third).statusCode()).isEqualTo(401);
        assertThat(token(credentials(id, secondSecret), "").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/requests",
                "/api/approvals",
                "/api/session",
                "/api/office-clients",
                "/api/admin/offices",
                "/api/notices",
                "/openapi",
                "/api/events/other",
                "/api/uploads/x/y",
                "/actuator/metrics"
            })
    void aTokenIsGoodForNothingElse(String path) throws Exception {
        assertThat(call(path, admitted(register())).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, /api/uploads",
        "PATCH, /api/uploads/x",
        "DELETE, /api/uploads/x",
        "PUT, /api/webhook",
        "POST, /api/webhook/deliveries/1/replay"
    })
    void theOtherCallsOfOfficesPassWithTheirMethodsAndHeaders(String method, String path) throws Exception {
        HttpResponse<String> relayed = office.send(office.call(path)
                .header("Authorization", "Bearer " + admitted(register()))
                .header("Upload-Offset", "17")
                .method(method, BodyPublishers.ofString("0123456789")));

        assertThat(relayed.statusCode()).as(relayed.body()).isEqualTo(200);
        assertThat(json(relayed).get("method").asString()).isEqualTo(method);
        assertThat(json(relayed).get("path").asString()).isEqualTo(path);
        assertThat(json(relayed).get("length").asInt()).isEqualTo(10);
        assertThat(json(relayed).get("uploadOffset").asString()).isEqualTo("17");
        assertThat(admin.send(admin.withToken(path).method(method, BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatAnOfficeMayDoIsAskedWithoutABody() throws Exception {
        HttpResponse<String> relayed = office.send(office.call("/api/uploads")
                .header("Authorization", "Bearer " + admitted(register()))
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(relayed.statusCode()).as(relayed.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contract/asyncapi.yaml", "/contract/schemas/x.json", "/openapi/offices"})
    void theContractIsReadByEverybody(String path) throws Exception {
        assertThat(json(office.get(path)).get("path").asString()).isEqualTo(path);
    }

    @Test
    void staffDoNotPassForAnOffice() throws Exception {
        assertThat(admin.get("/api/events").statusCode()).isEqualTo(403);
        HttpResponse<String> nobody = office.get("/api/events");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(call("/api/events", "forged").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant_type=password&client_id=x&client_secret=y | 400 | unsupported_grant_type",
                "client_id=x&client_secret=y | 400 | invalid_request",
                "grant_type=client_credentials&grant_type=client_credentials | 400 | invalid_request",
                "grant_type=client_credentials&client_id=x&client_secret=y&scope=all | 400 | invalid_scope",
                "grant_type=client_credentials&client_id=nobody&client_secret=y | 401 | invalid_client",
                "grant_type=client_credentials&client_id=nobody | 401 | invalid_client",
                "grant_type=client_credentials | 401 | invalid_client",
                "%zz=%zz | 400 | invalid_request"
            })
    void errorsHaveTheFormOfTheStandard(String body, int status, String error) throws Exception {
        HttpResponse<String> answer = token(body, "");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("error").asString()).isEqualTo(error);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(status == 401);
    }

    @Test
    void credentialsInOddPlacesAreRefused() throws Exception {
        HttpRequest.Builder inAddress = office.call(
                        "/oauth2/token?grant_type=client_credentials&client_id=x&client_secret=y")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(""));
        HttpRequest.Builder asJson = office.call("/oauth2/token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        HttpRequest.Builder endless = office.call("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[4_000_000])));
        for (HttpRequest.Builder call : new HttpRequest.Builder[] {inAddress, asJson, endless}) {
            HttpResponse<String> answer = office.send(call);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("error").asString()).isEqualTo("invalid_request");
        }
        String both = form("grant_type", "client_credentials", "client_secret", "x");
        assertThat(token(both, basic("a", "b")).statusCode()).isEqualTo(400);
        assertThat(token(form("grant_type", "client_credentials"), "Basic ???").statusCode())
                .isEqualTo(400);
    }

    @Test
    void guessingIsSlowedDownAndForgottenAfterAWhile() throws Exception {
        String id = register();
        String secret = newSecret(id);
        for (int attempt = 0; attempt < 8; attempt++) {
            token(credentials(id, "guess-" + attempt), "");
        }

        HttpResponse<String> blocked = token(credentials(id, secret), "");
        assertThat(blocked.statusCode()).isEqualTo(429);
        assertThat(blocked.headers().firstValue("Retry-After")).hasValue("300");
        CLOCK.advance(Duration.ofMinutes(10));
        assertThat(token(credentials(id, secret), "").statusCode()).isEqualTo(200);
    }

    @Test
    void anOfficeThatCallsTooOftenIsToldWhenToComeBack() throws Exception {
        String token = admitted(register());
        CLOCK.advance(Duration.ofMinutes(10));
        for (int i = 0; i < BURST; i++) {
            assertThat(call("/api/events", token).statusCode()).isEqualTo(200);
        }

        HttpResponse<String> tooMany = call("/api/events", token);
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(tooMany).get("code").asString()).isEqualTo("TOO_MANY_REQUESTS");
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(call("/api/events", token).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsTheSendersFaultHoweverItComes() throws Exception {
        String token = admitted(register());
        byte[] large = " ".repeat(400_000).getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder sized = office.call("/api/events").POST(BodyPublishers.ofByteArray(large));
        HttpRequest.Builder chunked =
                office.call("/api/events").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)));
        for (HttpRequest.Builder call : new HttpRequest.Builder[] {sized, chunked}) {
            HttpResponse<String> answer = office.send(call.header("Content-Type", "application/cloudevents+json")
                    .header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    private String register() throws Exception {
        String id = "client-" + ++clients;
        assertThat(admin.put("/api/office-clients/" + id, "", CLIENT).statusCode())
                .isEqualTo(200);
        return id;
    }

    private String newSecret(String id) throws Exception {
        return json(secret("POST", id, tag(id))).get("clientSecret").asString();
    }

    private String admitted(String id) throws Exception {
        return access(id, newSecret(id));
    }

    private String access(String id, String secret) throws Exception {
        HttpResponse<String> answer = token(credentials(id, secret), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("access_token").asString();
    }

    private HttpResponse<String> secret(String method, String id, String ifMatch) throws Exception {
        return admin.send(admin.withToken("/api/office-clients/" + id + "/secret")
                .header("If-Match", ifMatch)
                .method(method, BodyPublishers.noBody()));
    }

    private HttpResponse<String> token(String form, String authorization) throws Exception {
        HttpRequest.Builder call = office.call("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return office.send(authorization.isEmpty() ? call : call.header("Authorization", authorization));
    }

    private HttpResponse<String> call(String path, String token) throws Exception {
        return office.send(
                office.call(path).header("Authorization", "Bearer " + token).GET());
    }

    private String tag(String id) throws Exception {
        return tag(admin.get("/api/office-clients/" + id));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static String credentials(String id, String secret) {
        return form("grant_type", "client_credentials", "client_id", id, "client_secret", secret);
    }

    private static String form(String... pairs) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String basic(String id, String secret) {
        String joined = id + ":" + secret;
        return "Basic " + Base64.getEncoder().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }
}
