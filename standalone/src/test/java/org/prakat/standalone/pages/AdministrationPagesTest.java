package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.standalone.KeptSecrets;
import org.prakat.standalone.Options;
import org.prakat.standalone.Standalone;
import org.prakat.testing.SteppedClock;

/** The administrator's and the auditor's pages, on the whole system and without any script. */
class AdministrationPagesTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");
    private static final String ADMINISTRATION = "/staff/administration";
    private static final String OFFICE = "wang-saphung";
    private static final String PASSWORD = "a-long-first-password";

    @TempDir
    private static Path data;

    private static Standalone system;
    private static Map<String, String> passwords;

    @BeforeAll
    static void start() throws Exception {
        system = Standalone.start(new Options(data, 0, true, CLOCK));
        passwords = new KeptSecrets(data).demoPasswords();
    }

    @AfterAll
    static void stop() throws Exception {
        system.close();
    }

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
        admin.visit(holidays).submit(holidays + "/2026-12-30/removal", Map.of());
        assertThat(admin.body()).doesNotContain("วันหยุดพิเศษ");
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
        return signIn(userName, Objects.requireNonNull(passwords.get(userName)));
    }

    private static PlainBrowser signIn(String userName, String password) throws Exception {
        PlainBrowser browser = new PlainBrowser(system.address());
        return browser.visit("/staff/sign-in")
                .submit("/staff/sign-in", Map.of("userName", userName, "password", password));
    }
}
