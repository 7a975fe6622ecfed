package org.prakat.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.prakat.gateway.Browser.json;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.domain.Role;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.Topic;
import org.prakat.common.security.IdentityClaims;
import org.prakat.common.security.SigningKeys;
import org.prakat.common.testing.ServiceUnderTest;
import org.prakat.common.testing.ToldEvents;
import org.prakat.testing.SteppedClock;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import tools.jackson.databind.JsonNode;

/** The whole gateway, with one service behind it that echoes and three that are down. */
class GatewayServiceTest {

    private static final Instant START = Instant.parse("2026-11-25T03:00:00Z");
    private static final SteppedClock CLOCK = new SteppedClock(START);
    private static final SigningKeys KEYS = SigningKeys.generate();
    private static final String AUDIT = "/api/services/gateway-service/audit";
    private static final String PASSWORD = "a-long-password";
    private static final long LARGE = 300L * 1024 * 1024;

    private static EchoService echo;
    private static ServiceUnderTest gateway;

    private final Browser browser = new Browser(gateway.address());

    @BeforeAll
    static void start() throws Exception {
        echo = new EchoService();
        Map<String, Object> settings = new HashMap<>();
        settings.put("prakat.gateway.services.request-service", echo.address());
        settings.put("prakat.gateway.services.publishing-service", echo.address());
        settings.put("prakat.gateway.services.approval-service", "http://127.0.0.1:1");
        settings.put("prakat.gateway.services.expiry-service", "http://127.0.0.1:1");
        settings.put("prakat.gateway.signing-keys", KEYS.privateSet());
        settings.put("prakat.demo.enabled", true);
        for (String user : new String[] {"officer", "approver", "webmaster", "admin"}) {
            settings.put("prakat.demo.passwords." + user, PASSWORD);
        }
        gateway = ServiceUnderTest.start(GatewayServiceApplication.application(), "gateway-test", CLOCK, settings);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        echo.close();
    }

    @BeforeEach
    void newDay() {
        // Beyond every window of failed attempts, and every session of other tests.
        CLOCK.advance(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/requests",
                "/api/me/calendar",
                "/calendar",
                "/calendar/a/b.ics",
                "/api/approvals",
                "/api/admin/accounts",
                "/api/session",
                "/api/events",
                "/api/events/stream",
                "/api/uploads",
                "/api/office-clients",
                "/openapi",
                "/openapi/request-service",
                "/api/services/request-service/dead-letters",
                "/api/services/request-service/audit",
                "/api/services/gateway-service/audit",
                "/actuator/metrics",
                "/actuator/env",
                "/anything/else"
            })
    void nothingAnswersWithoutAnIdentity(String path) throws Exception {
        HttpResponse<String> answer = browser.get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("code").asString()).isEqualTo("NOT_SIGNED_IN");
    }

    @Test
    void aReaderWhoMistypesAnAddressIsLedToThePageOfTheSiteThatHelps() throws Exception {
        HttpResponse<String> answer = asReader("/anything/else");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/not-found");
        assertThat(browser.get("/not-found").statusCode()).isEqualTo(200);
    }

    @Test
    void soIsWhoIsSignedIn() throws Exception {
        browser.signIn("officer", PASSWORD);

        HttpResponse<String> answer = asReader("/anything/else");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/not-found");
        assertThat(browser.get("/anything/else").statusCode()).isEqualTo(404);
        assertThat(asReader("/api/anything/else").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/requests", "/openapi/request-service", "/actuator/env"})
    void whatIsForProgramsIsNoReadersPage(String path) throws Exception {
        assertThat(asReader(path).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> asReader(String path) throws Exception {
        return browser.send(browser.call(path).header("Accept", "text/html,*/*").GET());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/staff", "/staff/requests", "/staff/nothing-of-that-name"})
    void aPageOfTheStaffLeadsToTheSignIn(String path) throws Exception {
        HttpResponse<String> asked = browser.get(path);
        HttpResponse<String> sent = browser.send(browser.call(path).POST(BodyPublishers.ofString("title=x")));

        assertThat(asked.statusCode()).isEqualTo(302);
        assertThat(asked.headers().firstValue("Location").orElse("")).contains("/staff/sign-in");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith("/staff/sign-in");
    }

    @Test
    void aFormIsTakenOnlyFromOurOwnPages() throws Exception {
        HttpResponse<String> elsewhere = form("/staff/sign-in", "officer", "Origin", "https://evil.example");
        HttpResponse<String> crossSite = form("/staff/sign-in", "officer", "Sec-Fetch-Site", "cross-site");
        HttpResponse<String> ours = form("/staff/sign-in", "officer", "Sec-Fetch-Site", "same-origin");

        assertThat(elsewhere.statusCode()).isEqualTo(403);
        assertThat(crossSite.statusCode()).isEqualTo(403);
        assertThat(ours.statusCode()).isEqualTo(302);
        HttpResponse<String> forged = form("/staff/sign-out", "", "Sec-Fetch-Site", "same-origin");
        assertThat(forged.statusCode()).as("without the token").isEqualTo(403);
        assertThat(forged.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(forged.body()).contains("ทำรายการนี้ไม่ได้");
    }

    private HttpResponse<String> form(String path, String userName, String header, String value) throws Exception {
        return browser.send(browser.call(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .header(header, value)
                .POST(BodyPublishers.ofString("userName=" + userName + "&password=" + PASSWORD)));
    }

    @Test
    void aMissingPageHelpsOnAndNothingOfAPageIsKeptByTheBrowser() throws Exception {
        form("/staff/sign-in", "officer", "Sec-Fetch-Site", "same-origin");

        HttpResponse<String> unknown = browser.get("/staff/nothing-of-that-name");
        HttpResponse<String> style = browser.get("/staff/assets/staff.css");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("ไม่พบหน้าที่ต้องการ");
        assertThat(unknown.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(unknown.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/items/abc",
                "/categories/news",
                "/search?q=x",
                "/feed.xml",
                "/categories/news/feed.xml",
                "/robots.txt",
                "/sitemap.xml",
                "/sitemaps/1.xml",
                "/items/abc/qr.svg",
                "/site/a.css",
                "/api/public/items",
                "/calendar/a.ics"
            })
    void thePublicSiteAnswersAnybodyButTakesNothing(String path) throws Exception {
        assertThat(json(browser.get(path)).get("path").asString()).isEqualTo(path);
        assertThat(browser.send(browser.call(path).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void healthIsOpen() throws Exception {
        assertThat(browser.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(browser.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(browser.get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void aCallCarriesATokenOfTheSignedInPersonAndNothingElseThatIdentifies() throws Exception {
        browser.signIn("officer", PASSWORD);

        JsonNode seen = json(browser.send(browser.call("/api/requests/1?x=%E0%B8%81")
                .header("Authorization", "Bearer forged")
                .header("Range", "bytes=0-9")
                .header("X-Forwarded-For", "6.6.6.6")
                .GET()));

        assertThat(seen.get("path").asString()).isEqualTo("/api/requests/1?x=%E0%B8%81");
        assertThat(seen.get("range").asString()).isEqualTo("bytes=0-9");
        assertThat(seen.get("cookie").asString()).isEmpty();
        assertThat(seen.get("forwardedFor").asString()).doesNotContain("6.6.6.6");
        String authorization = seen.get("authorization").asString();
        Jwt token = decoder().decode(authorization.substring("Bearer ".length()));
        assertThat(IdentityClaims.read(token).person().id()).isEqualTo("officer");
        assertThat(IdentityClaims.read(token).roles()).containsExactly(Role.OFFICER);
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofMinutes(2));
    }

    private static NimbusJwtDecoder decoder() {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(KEYS.keys())));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    @Test
    void operationalPathsLeadToTheirService() throws Exception {
        browser.signIn("admin", PASSWORD);

        assertThat(json(browser.get("/api/services/request-service/dead-letters/0-7?limit=3"))
                        .get("path")
                        .asString())
                .isEqualTo("/api/dead-letters/0-7?limit=3");
        assertThat(json(browser.get("/api/services/request-service/audit/verification"))
                        .get("path")
                        .asString())
                .isEqualTo("/api/audit/verification");
        assertThat(json(browser.get("/openapi/request-service")).get("path").asString())
                .isEqualTo("/openapi");
    }

    @Test
    void theAuditTrailTellsOfSignInsAndOfWhatAdministratorsDoButNoPassword() throws Exception {
        browser.signIn("officer", "wrong");
        browser.signIn("officer", PASSWORD);
        assertThat(browser.get(AUDIT).statusCode()).isEqualTo(403);
        browser.signIn("admin", PASSWORD);

        JsonNode failed = json(browser.get(AUDIT + "?by=officer&limit=2"))
                .get("items")
                .get(1)
                .get("entry");
        assertThat(failed.get("action").asString()).isEqualTo("sign-in.failed");
        assertThat(failed.get("address").asString()).isEqualTo("127.0.0.1");
        Awaitility.await()
                .until(() -> json(browser.get(AUDIT + "?about=accounts/officer/"))
                                .get("items")
                                .size()
                        > 0);
        assertThat(browser.get(AUDIT + "/export").body())
                .contains("reference.staff.v1")
                .contains("passwordHash")
                .doesNotContain("argon2");
        assertThat(json(browser.get(AUDIT + "/verification")).get("broken").isNull())
                .isTrue();
        assertThat(json(browser.get(AUDIT + "/checkpoint")).get("service").asString())
                .isEqualTo("gateway-service");
    }

    @Test
    void anUnknownPathIsNotFound() throws Exception {
        browser.signIn("officer", PASSWORD);

        assertThat(browser.get("/a/b").statusCode()).isEqualTo(404);
        assertThat(browser.get("/x").statusCode()).isEqualTo(404);
    }

    @Test
    void aWrongNameAndAWrongPasswordLookTheSame() throws Exception {
        HttpResponse<String> wrongPassword = browser.signIn("officer", "wrong-password");
        HttpResponse<String> wrongName = browser.signIn("nobody", "wrong-password");

        assertThat(wrongPassword.statusCode()).isEqualTo(403);
        assertThat(wrongName.body()).isEqualTo(wrongPassword.body());
        assertThat(wrongPassword.body()).contains("ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง");
    }

    @Test
    void guessingIsSlowedDownAndForgottenAfterAWhile() throws Exception {
        for (int attempt = 0; attempt < 8; attempt++) {
            browser.signIn("approver", "guess-" + attempt);
        }

        HttpResponse<String> blocked = browser.signIn("approver", PASSWORD);
        assertThat(blocked.statusCode()).isEqualTo(429);
        assertThat(blocked.headers().firstValue("Retry-After")).hasValue("300");
        assertThat(browser.signIn("officer", PASSWORD).statusCode())
                .as("other people from the same address")
                .isEqualTo(200);
        CLOCK.advance(Duration.ofMinutes(10));
        assertThat(browser.signIn("approver", PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void anUnsafeCallWithoutTheTokenIsRefused() throws Exception {
        browser.signIn("officer", PASSWORD);

        HttpResponse<String> forged = browser.send(browser.call("/api/requests").POST(BodyPublishers.ofString("{}")));
        HttpResponse<String> ours =
                browser.send(browser.withToken("/api/requests").POST(BodyPublishers.ofString("{}")));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(json(forged).get("code").asString()).isEqualTo("CSRF_TOKEN_MISSING");
        assertThat(json(ours).get("method").asString()).isEqualTo("POST");
    }

    @Test
    void aSessionEndsWhenItIsNotUsedForHalfAnHour() throws Exception {
        browser.signIn("officer", PASSWORD);

        CLOCK.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        CLOCK.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        CLOCK.advance(Duration.ofMinutes(30));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverMuchItIsUsed() throws Exception {
        browser.signIn("officer", PASSWORD);

        for (int i = 0; i < 35; i++) {
            CLOCK.advance(Duration.ofMinutes(20));
            assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        }
        CLOCK.advance(Duration.ofMinutes(20));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() throws Exception {
        HttpResponse<String> signedIn = browser.signIn("officer", PASSWORD);
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");

        assertThat(browser.delete("/api/session").statusCode()).isEqualTo(204);

        HttpResponse<String> replayed = new Browser(gateway.address())
                .send(browser.call("/api/session")
                        .header("Cookie", cookie.split(";")[0])
                        .GET());
        assertThat(replayed.statusCode()).isEqualTo(401);
    }

    @Test
    void changingThePasswordEndsEverySession() throws Exception {
        Browser other = new Browser(gateway.address());
        other.signIn("webmaster", PASSWORD);
        browser.signIn("webmaster", PASSWORD);

        HttpResponse<String> wrong = browser.put(
                "/api/session/password", "", "{\"oldPassword\":\"x\",\"newPassword\":\"another-password\"}");
        HttpResponse<String> right = browser.put(
                "/api/session/password",
                "",
                "{\"oldPassword\":\"" + PASSWORD + "\",\"newPassword\":\"another-password\"}");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(right.statusCode()).isEqualTo(204);
        assertThat(other.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.signIn("webmaster", PASSWORD).statusCode()).isEqualTo(403);
        assertThat(browser.signIn("webmaster", "another-password").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatIsDownIsSaidToBeSoInThai() throws Exception {
        browser.signIn("approver", PASSWORD);

        HttpResponse<String> answer = browser.get("/api/approvals");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("ระบบขัดข้องชั่วคราว");
    }

    @Test
    void theOfficesRulesHolidaysAndReasonsAreLaidDownAndTold() throws Exception {
        browser.signIn("admin", PASSWORD);
        JsonNode office = json(browser.get("/api/admin/offices/wang-saphung"));
        assertThat(office.get("announcement").get("year").asInt()).isEqualTo(2570);

        String rules =
                """
                {"name":{"th":"สำนักงาน","en":"Office"},"rules":{"approvalDays":0,"publishingDays":2,
                 "remindDaysBefore":[7,7],"suspendUnconfirmed":true,"approverMayPublish":false}}""";
        HttpResponse<String> refused = browser.put("/api/admin/offices/wang-saphung", "\"1\"", rules);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("rules.approvalDays").contains("rules.remindDaysBefore");

        JsonNode holidays = json(browser.get("/api/admin/public-holidays/wang-saphung"));
        assertThat(holidays.get("holidays")).hasSizeGreaterThan(20);
        HttpResponse<String> twice = browser.put(
                "/api/admin/public-holidays/wang-saphung",
                "\"1\"",
                """
                {"holidays":[{"date":"2026-12-07","name":{"th":"ชดเชย","en":"In lieu"}},
                 {"date":"2026-12-07","name":{"th":"ชดเชย","en":"In lieu"}}]}""");
        assertThat(twice.body()).contains("SAME_DAY_TWICE");

        HttpResponse<String> reasons = browser.put(
                "/api/admin/reasons/wang-saphung",
                "",
                "{\"reasons\":[{\"code\":\"OTHER\",\"text\":{\"th\":\"อื่น\",\"en\":\"Other\"},\"active\":true}]}");
        assertThat(reasons.body()).as("those of the procedure stay").contains("REASONS_STAY");
    }

    @Test
    void whoIsAwaySaysSoThemselvesAndOnlyAnAdministratorForOthers() throws Exception {
        browser.signIn("approver", PASSWORD);
        String absences = "{\"absences\":[{\"first\":\"2026-12-01\",\"last\":\"2026-12-04\"}]}";

        assertThat(browser.put("/api/profile/absences", "", absences).statusCode())
                .isEqualTo(200);
        assertThat(browser.put("/api/admin/accounts/officer/absences", "", absences)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.put(
                                "/api/profile/absences",
                                "",
                                "{\"absences\":[{\"first\":\"2026-12-04\",\"last\":\"2026-12-01\"}]}")
                        .statusCode())
                .isEqualTo(400);
        try (ToldEvents told = new ToldEvents(Topic.REFERENCE)) {
            Awaitility.await().until(() -> told.all(StaffDefined.class, "staff/approver").stream()
                    .anyMatch(staff -> staff.isAway(LocalDate.of(2026, 12, 2))));
        }
        assertThat(browser.put("/api/profile/absences", "", "{\"absences\":[]}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anAdministratorLaysThingsDownAndTheOthersLearnOfIt() throws Exception {
        browser.signIn("admin", PASSWORD);
        String category =
                """
                {"office":"wang-saphung","name":{"th":"ทดสอบ","en":"Test"},"position":9,"active":%s,
                 "guideline":{"effectiveFrom":"2026-10-01","permittedExtensions":["pdf"],"maxFileSize":1000,
                 "maxFiles":2,"defaultPeriod":{"unit":"DAYS","amount":7},
                 "longestPeriod":{"unit":"MONTHS","amount":2},"retentionDays":365}}""";

        HttpResponse<String> made = browser.put("/api/admin/categories/test-1", "", category.formatted("true"));
        HttpResponse<String> twice = browser.put("/api/admin/categories/test-1", "", category.formatted("true"));
        HttpResponse<String> changed =
                browser.put("/api/admin/categories/test-1", "\"1\"", category.formatted("false"));

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(twice.statusCode()).as("there is one already").isEqualTo(412);
        assertThat(json(changed).get("version").asLong()).isEqualTo(2);
        try (ToldEvents told = new ToldEvents(Topic.REFERENCE)) {
            Awaitility.await()
                    .until(() ->
                            told.all(CategoryDefined.class, "category/test-1").size() == 2);
            assertThat(told.await(StaffDefined.class, "staff/officer").name()).isEqualTo("มาลี ใจดี");
            assertThat(told.await(AppointmentOrderDefined.class, "appointment-order/order-approver")
                            .holder())
                    .isEqualTo("approver");
        }
    }

    @Test
    void onlyAdministratorsAdminister() throws Exception {
        browser.signIn("officer", PASSWORD);

        assertThat(browser.get("/api/admin/accounts").statusCode()).isEqualTo(403);
        assertThat(browser.put("/api/admin/offices/x1", "", "{}").statusCode()).isEqualTo(403);
        assertThat(browser.put("/api/admin/accounts/officer/password", "", "{\"newPassword\":\"hacked-hacked\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void accountsAreListedWithoutTheirPasswords() throws Exception {
        browser.signIn("admin", PASSWORD);

        HttpResponse<String> first = browser.get("/api/admin/accounts?limit=2");
        HttpResponse<String> second = browser.get(
                "/api/admin/accounts?limit=2&cursor=" + json(first).get("next").asString());

        assertThat(json(first).get("items")).hasSize(2);
        assertThat(json(second).get("items").get(0).get("id"))
                .isNotEqualTo(json(first).get("items").get(0).get("id"));
        assertThat(first.body()).doesNotContain("argon2").contains("\"hasPassword\":true");
    }

    @Test
    void largeFilesPassInBothDirectionsWithoutFillingTheHeap() throws Exception {
        browser.signIn("officer", PASSWORD);
        long before = heapInUse();
        longLivedHeap().forEach(MemoryPoolMXBean::resetPeakUsage);

        HttpResponse<String> uploaded = browser.send(browser.withToken("/api/requests/1/attachments?fileName=a")
                .header("Content-Type", "application/pdf")
                .POST(BodyPublishers.ofInputStream(() -> new ZeroStream(LARGE))));
        HttpResponse<InputStream> downloaded =
                browser.stream(browser.call("/api/requests/large?size=" + LARGE).GET());
        long received = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream body = downloaded.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                received += read;
            }
        }

        assertThat(json(uploaded).get("length").asLong()).isEqualTo(LARGE);
        assertThat(received).isEqualTo(LARGE);
        assertThat(heapInUse() - before).isLessThan(64L * 1024 * 1024);
        assertThat(peakOfLongLivedHeap()).isLessThan(LARGE);
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long peakOfLongLivedHeap() {
        return longLivedHeap()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static Stream<MemoryPoolMXBean> longLivedHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().contains("Old"));
    }

    /** So many zeros. */
    private static final class ZeroStream extends InputStream {

        private long left;

        ZeroStream(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(length, left);
            left -= read;
            return read;
        }
    }
}
