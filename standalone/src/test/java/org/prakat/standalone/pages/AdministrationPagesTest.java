package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.testing.SteppedClock;

/** The administrator's and the auditor's pages, on the whole system and without any script. */
class AdministrationPagesTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");
    private static final String ADMINISTRATION = "/staff/administration";
    private static final String OFFICE = "wang-saphung";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "a-long-first-password";

    @RegisterExtension
    private static final Workplace workplace = new Workplace(CLOCK);

    @Test
    void anAccountIsMadeGetsAPasswordAndIsLocked() throws Exception {
        PlainBrowser admin = signedIn("admin");
        String form = ADMINISTRATION + "/new-account";
        admin.visit(form).submit(form, Map.of("userName", "Not An Id", "name", "มานะ ทดสอบ", "office", OFFICE));
        assertThat(admin.status()).isEqualTo(400);
        assertThat(admin.body())
                .contains("href=\"#userName\"", "href=\"#position\"", "href=\"#roles\"")
                .as("what was typed is kept")
                .contains("value=\"มานะ ทดสอบ\"");

        admin.submit(
                form,
                Map.of(
                        "userName",
                        "mana",
                        "name",
                        "มานะ ทดสอบ",
                        "position",
                        "เจ้าพนักงาน",
                        "office",
                        OFFICE,
                        "roles",
                        "OFFICER"));
        String account = ADMINISTRATION + "/accounts/mana";
        assertThat(admin.path()).isEqualTo(account + "?done=accountMade");
        assertThat(admin.body()).contains("ยังไม่มีรหัสผ่าน");
        admin.submit(account + "/password", Map.of("newPassword", PASSWORD, "repeated", "another one"));
        assertThat(admin.body()).contains("href=\"#repeated\"");
        admin.submit(account + "/password", Map.of("newPassword", PASSWORD, "repeated", PASSWORD));
        assertThat(admin.path()).isEqualTo(account + "?done=passwordSet");
        assertThat(signIn("mana", PASSWORD).body()).contains("สวัสดี มานะ ทดสอบ");

        admin.visit(account + "/deactivation").submit(account + "/deactivation", Map.of());
        assertThat(admin.body()).contains("บัญชีนี้ถูกระงับ");
        assertThat(signIn("mana", PASSWORD).path()).startsWith("/staff/sign-in");
    }

    @Test
    void anAppointmentOrderIsMadeAndRevoked() throws Exception {
        PlainBrowser admin = signedIn("admin");
        String form = ADMINISTRATION + "/new-appointment-order";
        Map<String, String> typed = new LinkedHashMap<>(
                Map.of("number", "99/2569", "holder", "webmaster", "office", OFFICE, "duties", "PUBLISH"));
        date(typed, "date", "1", "11", "2569");
        date(typed, "validFrom", "31", "2", "2569");
        admin.visit(form).submit(form, typed);
        assertThat(admin.body()).contains("href=\"#validFrom\"").doesNotContain("href=\"#date\"");

        date(typed, "validFrom", "1", "11", "2569");
        admin.submit(form, typed);
        String order = admin.path().replace("?done=orderSaved", "");
        assertThat(admin.body()).contains("คำสั่งที่ 99/2569 ลงวันที่ 1 พฤศจิกายน 2569");
        admin.visit(order + "/revocation").submit(order + "/revocation", Map.of());
        assertThat(admin.body()).contains("คำสั่งนี้ถูกเพิกถอนแล้ว");
    }

    @Test
    void aWorkGroupForWhichNobodyMayApproveNeedsTheAdministrator() throws Exception {
        PlainBrowser admin = signedIn("admin");
        assertThat(admin.visit("/staff").body()).doesNotContain("กลุ่มงานควบคุมโรค");
        String group = ADMINISTRATION + "/new-work-group";
        admin.visit(group)
                .submit(
                        group,
                        Map.of("id", "dental", "th", "กลุ่มงานทันตสาธารณสุข", "en", "Dental Health", "office", OFFICE));
        assertThat(admin.visit("/staff").body())
                .contains("กลุ่มงานทันตสาธารณสุข", "คำขอของกลุ่มงานนี้จะไม่มีผู้พิจารณา");

        String form = ADMINISTRATION + "/new-appointment-order";
        Map<String, String> order = new LinkedHashMap<>(Map.of(
                "number",
                "98/2569",
                "holder",
                "officer2",
                "office",
                OFFICE,
                "workGroup",
                "dental",
                "duties",
                "APPROVE"));
        date(order, "date", "1", "11", "2569");
        date(order, "validFrom", "1", "11", "2569");
        admin.visit(form).submit(form, order);

        assertThat(admin.path()).endsWith("?done=orderSaved");
        assertThat(admin.visit("/staff").body()).doesNotContain("กลุ่มงานทันตสาธารณสุข");
    }

    @Test
    void aGuidelineGetsANextVersionAndKeepsTheOneBefore() throws Exception {
        PlainBrowser admin = signedIn("admin");
        String category = ADMINISTRATION + "/categories/news";
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "permittedExtensions", "pdf",
                "maxFileSize", "20",
                "maxFiles", "5",
                "defaultPeriod.unit", "PERMANENT",
                "longestPeriod.unit", "YEARS",
                "longestPeriod.amount", "1"));
        date(typed, "effectiveFrom", "1", "1", "2570");
        admin.visit(category + "/guideline").submit(category + "/guideline", typed);
        assertThat(admin.body()).contains("href=\"#guideline.defaultPeriod\"");

        typed.put("defaultPeriod.unit", "DAYS");
        typed.put("defaultPeriod.amount", "30");
        admin.submit(category + "/guideline", typed);
        assertThat(admin.path()).isEqualTo(category + "?done=categorySaved");
        assertThat(admin.body()).contains("ฉบับที่ 2 ใช้ตั้งแต่ 1 มกราคม 2570", "ฉบับที่ 1 ใช้ตั้งแต่ 1 ตุลาคม 2569");
    }

    @Test
    void holidaysAreAddedNoDayTwiceAndTakenOut() throws Exception {
        PlainBrowser admin = signedIn("admin");
        String holidays = ADMINISTRATION + "/offices/" + OFFICE + "/public-holidays";
        Map<String, String> typed = new LinkedHashMap<>(Map.of("th", "วันหยุดพิเศษ", "en", "Special holiday"));
        date(typed, "date", "30", "12", "2569");
        admin.visit(holidays).submit(holidays, typed);
        assertThat(admin.body()).contains("วันหยุดพิเศษ");
        admin.submit(holidays, typed);
        assertThat(admin.body()).contains("href=\"#date\"");
        String removal = holidays + "/2026-12-30/removal";
        assertThat(admin.visit(removal).body()).contains("30 ธันวาคม 2569", "วันหยุดพิเศษ");
        admin.submit(removal, Map.of());
        assertThat(admin.body()).doesNotContain("วันหยุดพิเศษ");
    }

    @Test
    void theAnnouncementIsNamedAndNoLongerNamed() throws Exception {
        PlainBrowser admin = signedIn("admin");
        String office = ADMINISTRATION + "/offices/" + OFFICE;
        Map<String, String> rules = Map.of(
                "th", "สำนักงานสาธารณสุขอำเภอวังสะพุง",
                "en", "Wang Saphung District Public Health Office",
                "approvalDays", "1",
                "publishingDays", "1",
                "remindDaysBefore", "30, 7, 1",
                "suspendUnconfirmed", "true");
        Map<String, String> named = new HashMap<>(rules);
        named.putAll(Map.of("title", "ประกาศทดสอบ", "issuer", "นายอำเภอ", "number", "1/2569", "year", "2569"));
        admin.visit(office).submit(office, named);
        assertThat(admin.body()).contains("value=\"ประกาศทดสอบ\"");

        admin.submit(office, rules);

        assertThat(admin.path()).isEqualTo(office + "?done=officeSaved");
        assertThat(admin.body()).doesNotContain("ประกาศทดสอบ");
    }

    @Test
    void aProgramOfAnotherOfficeGetsASecretThatIsShownOnceAndLosesIt() throws Exception {
        PlainBrowser admin = signedIn("admin");
        String form = ADMINISTRATION + "/new-office-client";
        admin.visit(form).submit(form, Map.of("id", "phu-kradueng-records", "name", "ระบบสารบรรณ"));
        assertThat(admin.status()).isEqualTo(400);
        assertThat(admin.body()).contains("href=\"#office\"", "href=\"#receivers\"", "value=\"ระบบสารบรรณ\"");
        Map<String, String> typed = Map.of(
                "id", "phu-kradueng-records",
                "name", "ระบบสารบรรณ",
                "office", OFFICE,
                "receivers", OFFICE,
                "active", "true");
        admin.submit(form, typed);
        String client = ADMINISTRATION + "/office-clients/phu-kradueng-records";
        assertThat(admin.path()).isEqualTo(client + "?done=officeClientSaved");
        assertThat(admin.body()).contains("ยังไม่มีรหัสลับ");

        admin.visit(client + "/secret").submit(client + "/secret", Map.of());
        String secret = secretOn(admin);
        assertThat(token("phu-kradueng-records", secret)).isEqualTo(200);
        assertThat(admin.visit(client).body()).contains("ออกเมื่อ").doesNotContain(secret);

        admin.visit(client + "/secret").submit(client + "/secret", Map.of());
        String renewed = secretOn(admin);
        assertThat(token("phu-kradueng-records", secret)).isEqualTo(401);
        assertThat(token("phu-kradueng-records", renewed)).isEqualTo(200);

        Map<String, String> locked = new HashMap<>(typed);
        locked.remove("active");
        admin.visit(client).submit(client, locked);
        assertThat(token("phu-kradueng-records", renewed)).isEqualTo(401);
        assertThat(admin.visit(ADMINISTRATION + "/office-clients").body()).contains("ระงับการใช้งาน");
        admin.visit(client + "/revocation").submit(client + "/revocation", Map.of());
        assertThat(admin.path()).isEqualTo(client + "?done=secretRevoked");
    }

    private static String secretOn(PlainBrowser page) {
        Matcher secret = Pattern.compile("<code id=\"secret\">([^<]+)</code>").matcher(page.body());
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    /** What the gateway answers to a program that asks for an access token. */
    private static int token(String id, String secret) throws Exception {
        String both = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest call = HttpRequest.newBuilder(URI.create(workplace.address() + "/oauth2/token"))
                .header("Authorization", "Basic " + both)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return HttpClient.newHttpClient().send(call, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void aDeadLetterIsReadTriedAgainAndDiscardedWithAReason() throws Exception {
        String key = "dead-letter-test";
        tellSomethingMalformed(key);
        PlainBrowser admin = signedIn("admin");
        String list = ADMINISTRATION + "/dead-letters?service=request-service";
        await().atMost(PATIENCE).until(() -> admin.visit(list).body().contains("approval.events.v1"));
        Matcher link = Pattern.compile("href=\"(" + ADMINISTRATION + "/dead-letters/request-service/[^\"]+)\"")
                .matcher(admin.body());
        assertThat(link.find()).isTrue();
        String letter = link.group(1);
        assertThat(admin.visit(letter).body()).contains(key, "approval.rejected.v1");

        admin.submit(letter + "/replay", Map.of());
        assertThat(admin.status()).as("it is as malformed as before").isGreaterThanOrEqualTo(400);
        assertThat(admin.body()).contains("error-summary");

        String discard = letter + "/discard";
        admin.visit(discard).submit(discard, Map.of("remark", ""));
        assertThat(admin.body()).contains("href=\"#remark\"");
        admin.submit(discard, Map.of("remark", "ส่งมาจากการทดสอบ"));
        assertThat(admin.path()).isEqualTo(list + "&done=letterDiscarded");
        admin.visit(list + "&status=DISCARDED");
        assertThat(admin.body()).contains(letter);
        assertThat(admin.visit(letter).body()).contains("ส่งมาจากการทดสอบ");
    }

    private static void tellSomethingMalformed(String key) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", workplace.system().kafkaBootstrapServers());
        ProducerRecord<String, String> malformed = new ProducerRecord<>("approval.events.v1", key, "{}");
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", key,
                        "ce_source", "/prakat/test",
                        "ce_type", "approval.rejected.v1",
                        "ce_subject", key,
                        "ce_time", "2026-11-25T03:00:00Z",
                        "ce_sequence", "1")
                .forEach((name, value) -> malformed.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(malformed).get();
        }
    }

    /** By what the services call it in their own trails, and in words. */
    @Test
    void anAuditorFindsARequestInEachTrailByItsNumber() throws Exception {
        String id = workplace.published("ประกาศที่ตรวจสอบ");
        PlainBrowser auditor = signedIn("auditor");
        Map<String, String> begun = Map.of(
                "request-service", "เริ่มคำขอ",
                "approval-service", "ได้รับคำขอเพื่อพิจารณา",
                "publishing-service", "ได้รับมอบหมายให้เผยแพร่");

        for (Map.Entry<String, String> trail : begun.entrySet()) {
            workplace.shown(auditor, "/staff/audit?service=" + trail.getKey() + "&about=" + id, trail.getValue());
        }
    }

    @Test
    void anAuditorReadsTheTrailVerifiesItAndChangesNothing() throws Exception {
        PlainBrowser auditor = signedIn("auditor");
        auditor.visit(
                "/staff/audit?service=gateway-service&about=accounts/officer&from.day=1&from.month=11&from.year=2569");
        assertThat(auditor.body()).contains("accounts/officer/1").doesNotContain("accounts/approver/");
        auditor.visit("/staff/audit?service=gateway-service&from.day=1&from.month=13&from.year=2569");
        assertThat(auditor.status()).isEqualTo(400);
        assertThat(auditor.body()).contains("href=\"#from\"");
        auditor.visit("/staff/audit/verification");
        assertThat(auditor.body()).contains("ไม่มีการแก้ไข").doesNotContain("พบความผิดปกติ");
        assertThat(auditor.visit("/staff/registers").body()).contains("/api/publications/register?fiscalYear=2570");

        for (String page : new String[] {"", "/accounts", "/new-account", "/categories", "/health", "/dead-letters"}) {
            assertThat(auditor.visit(ADMINISTRATION + page).status()).as(page).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/staff",
                ADMINISTRATION,
                ADMINISTRATION + "/accounts",
                ADMINISTRATION + "/appointment-orders",
                ADMINISTRATION + "/offices",
                ADMINISTRATION + "/offices/" + OFFICE,
                ADMINISTRATION + "/offices/" + OFFICE + "/reasons",
                ADMINISTRATION + "/offices/" + OFFICE + "/new-reason",
                ADMINISTRATION + "/work-groups",
                ADMINISTRATION + "/new-work-group",
                ADMINISTRATION + "/office-clients",
                ADMINISTRATION + "/new-office-client",
                ADMINISTRATION + "/categories",
                ADMINISTRATION + "/new-category",
                ADMINISTRATION + "/dead-letters",
                ADMINISTRATION + "/health",
                "/staff/audit",
                "/staff/audit/verification",
                "/staff/registers"
            })
    void everyPageIsThereInBothLanguages(String page) throws Exception {
        PlainBrowser admin = signedIn("admin");
        assertThat(admin.visit(page).status()).isEqualTo(200);
        assertThat(admin.body()).contains("lang=\"th\"").doesNotContain("??");
        admin.visit("/staff/language?to=en&next=" + page);
        assertThat(admin.status()).isEqualTo(200);
        assertThat(admin.body()).contains("<html lang=\"en\"").doesNotContain("??");
    }

    private static void date(Map<String, String> form, String name, String day, String month, String year) {
        form.put(name + ".day", day);
        form.put(name + ".month", month);
        form.put(name + ".year", year);
    }

    private static PlainBrowser signedIn(String userName) throws Exception {
        return signIn(userName, workplace.password(userName));
    }

    private static PlainBrowser signIn(String userName, String password) throws Exception {
        PlainBrowser browser = new PlainBrowser(workplace.address());
        return browser.visit("/staff/sign-in")
                .submit("/staff/sign-in", Map.of("userName", userName, "password", password));
    }
}
