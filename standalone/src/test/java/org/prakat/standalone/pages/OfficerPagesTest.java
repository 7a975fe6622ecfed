package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;

/** The officer's pages, on the whole system. */
class OfficerPagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");

    @RegisterExtension
    private static final Workplace workplace = new Workplace(CLOCK);

    @Test
    void anOfficerFillsInTheFormAttachesAFileAndSubmits(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("ประกาศ.pdf"), SampleFiles.pdf("poster"));
        try (Chromium browser = Chromium.open(workplace.address())) {
            browser.visit("/staff/requests/new");
            assertThat(browser.path()).startsWith("/staff/sign-in");
            browser.type("#userName", "officer");
            browser.type("#password", workplace.password("officer"));
            browser.press("main button[type=submit]");
            browser.awaitPath("/staff/requests/new");

            browser.type("#title", "รณรงค์ป้องกันไข้เลือดออก");
            browser.type("#summary", "กำหนดการลงพื้นที่");
            browser.choose("#category", "news");
            browser.press("button[value=next]");

            browser.awaitPath("/period");
            browser.type("#source", "กลุ่มงานส่งเสริมสุขภาพ");
            date(browser, "dataStart", "1", "10", "2026");
            date(browser, "dataEnd", "31", "10", "2569");
            browser.press("button[value=next]");
            browser.awaitText(".error-summary", "พ.ศ. กับ ค.ศ.");
            assertThat(browser.find("#source").getDomProperty("value"))
                    .as("what was typed is kept")
                    .isEqualTo("กลุ่มงานส่งเสริมสุขภาพ");
            browser.photograph("officer-period-refused");
            browser.type("#dataStart-year", "2569");
            browser.press("button[value=next]");

            browser.awaitPath("/files");
            assertThat(browser.text("#files-hint")).contains("pdf").contains("50 MB");
            browser.pick("#files", file);
            browser.awaitText("ol.files", "ประกาศ.pdf");
            browser.photograph("officer-files");
            browser.visit(browser.path().replace("/files", "/check"));
            assertThat(browser.text("main"))
                    .contains("1 ตุลาคม 2569 – 31 ตุลาคม 2569")
                    .contains("30 วัน")
                    .contains("ประกาศ.pdf")
                    .contains("ผู้ได้รับแต่งตั้งให้อนุมัติรับรอง: สมชาย รักงาน");
            browser.photograph("officer-check");
            browser.press("main form button[type=submit]");

            browser.awaitText(".status", "รอพิจารณา");
            browser.photograph("officer-submitted");
            assertThat(browser.text(".timeline")).contains("ส่งคำขอ");
            assertThat(browser.complaints()).isEmpty();

            browser.press(".account button");
            browser.awaitPath("/staff/sign-in");
            browser.back();
            browser.awaitPath("/staff/sign-in");
        }
    }

    private static void date(Chromium browser, String name, String day, String month, String year) {
        browser.type("#" + name + "-day", day);
        browser.choose("#" + name + "-month", month);
        browser.type("#" + name + "-year", year);
    }

    @Test
    void theSameIsDoneWithoutAnyScriptAndARefusalIsShownWithItsReasons() throws Exception {
        PlainBrowser browser = workplace.signedIn("officer");
        String request = draft(browser, "แผนงานประจำปี");
        browser.upload("แผน.pdf", "application/pdf", SampleFiles.pdf("plan"));
        assertThat(browser.path()).isEqualTo(request + "/files");
        assertThat(browser.body()).contains("แผน.pdf");
        browser.upload("ตาราง.pdf", "application/pdf", SampleFiles.pdf("table"));
        String second = idOfFile(browser.body(), "ตาราง.pdf");
        browser.submit(request + "/files/" + second + "/up", Map.of());
        assertThat(browser.body().indexOf("ตาราง.pdf"))
                .isLessThan(browser.body().indexOf("แผน.pdf"));
        browser.submit(request + "/files/" + second + "/removal", Map.of());
        assertThat(browser.body()).doesNotContain("ตาราง.pdf");
        browser.visit(request + "/check").submit(request + "/check", Map.of());
        assertThat(browser.path()).isEqualTo(request + "?done=submitted");

        refuse(request.substring(request.lastIndexOf('/') + 1), "ยอดรวมไม่ตรงกับเอกสารแนบ");
        await().atMost(PATIENCE).until(() -> browser.visit(request).body().contains(request + "/revision"));
        assertThat(browser.body()).contains("ยอดรวมไม่ตรงกับเอกสารแนบ");
        assertThat(browser.visit("/staff").body()).contains("ยอดรวมไม่ตรงกับเอกสารแนบ");
        browser.visit(request).submit(request + "/revision", Map.of());

        assertThat(browser.path()).isEqualTo(request + "/details");
        assertThat(browser.body()).as("the reasons stay in view").contains("ยอดรวมไม่ตรงกับเอกสารแนบ");
        browser.visit(request + "/check").submit(request + "/check", Map.of());
        assertThat(browser.body()).contains("ครั้งที่ 2").contains("รอพิจารณา");
    }

    @Test
    void theHeadsOwnRequestGoesToTheirDeputy() throws Exception {
        PlainBrowser head = workplace.signedIn("approver");
        String request = draft(head, "คำขอของหัวหน้ากลุ่มงาน");
        head.upload("คำขอ.pdf", "application/pdf", SampleFiles.pdf("of the head"));
        assertThat(head.visit(request + "/check").body()).contains("ผู้ได้รับแต่งตั้งให้อนุมัติรับรอง: อนันต์ ช่วยงาน");
        head.submit(request + "/check", Map.of());

        PlainBrowser deputy =
                workplace.shown(workplace.signedIn("deputy"), "/staff/approvals", "คำขอของหัวหน้ากลุ่มงาน");
        assertThat(deputy.visit(request).body()).contains("คำขอของหัวหน้ากลุ่มงาน");
        assertThat(head.visit("/staff/approvals").body()).doesNotContain("คำขอของหัวหน้ากลุ่มงาน");
    }

    @Test
    void whoeverAsksIsToldThatNobodyElseMayDecide() throws Exception {
        PlainBrowser head = workplace.signedIn("approver");
        String request = draft(head, "คำขอที่ไม่มีผู้พิจารณา", "administration");

        assertThat(head.visit(request + "/check").body())
                .contains("ไม่มีผู้ได้รับแต่งตั้งให้อนุมัติรับรองข้อมูลของกลุ่มงานนี้นอกจากท่าน");
    }

    @Test
    void whatWasTypedIsKeptWhileItIsTypedAndTheVersionIsCheckedAllTheSame() throws Exception {
        try (Chromium browser = Chromium.open(workplace.address())) {
            browser.visit("/staff/sign-in");
            browser.type("#userName", "officer");
            browser.type("#password", workplace.password("officer"));
            browser.press("main button[type=submit]");
            browser.awaitText("h1", "สวัสดี");
            browser.visit("/staff/requests/new");
            browser.type("#title", "ร่างที่บันทึกเอง");
            browser.awaitText("[data-autosaved]", "บันทึกร่างอัตโนมัติเมื่อ 25 พฤศจิกายน 2569");
            browser.awaitPath("/details");
            String details = browser.path();
            browser.photograph("officer-autosaved");

            browser.type("#summary", "พิมพ์ต่อ");
            browser.press("button[value=save]");
            browser.awaitPath("?done=saved");
            assertThat(browser.text("main")).contains("ร่างที่บันทึกเอง", "พิมพ์ต่อ");

            browser.visit(details);
            browser.type("#summary", "พิมพ์ในหน้าแรก");
            PlainBrowser elsewhere = workplace.signedIn("officer").visit(details);
            elsewhere.submit(details, Map.of("title", "แก้ไขจากอีกเครื่องหนึ่ง", "go", "save"));
            browser.awaitText("[data-autosaved]", "ยังไม่ได้บันทึกร่างอัตโนมัติ");
            assertThat(browser.find("#summary").getDomProperty("value")).isEqualTo("พิมพ์ในหน้าแรก");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void whatWasTypedComesBackWhenTheSessionHasEnded() throws Exception {
        PlainBrowser browser = workplace.signedIn("officer");
        String request = draft(browser, "ร่างก่อนหมดเวลา");
        browser.visit(request + "/details");
        CLOCK.advance(Duration.ofMinutes(31));

        browser.submit(request + "/details", Map.of("title", "หัวข้อ & ที่พิมพ์ไว้", "go", "save"));

        assertThat(browser.status()).isEqualTo(401);
        assertThat(browser.body()).contains("สิ่งที่กรอกไว้ยังอยู่", "id=\"password\"");
        browser.submit("/staff/sign-in", Map.of("userName", "officer", "password", "wrong"));
        browser.submit("/staff/sign-in", Map.of("userName", "officer", "password", workplace.password("officer")));
        assertThat(browser.body()).contains("ดำเนินการต่อ", "<dd class=\"fact-value\">หัวข้อ &amp; ที่พิมพ์ไว้</dd>");
        browser.submit(request + "/details", Map.of());
        assertThat(browser.path()).isEqualTo(request + "?done=saved");
        assertThat(browser.body()).contains("หัวข้อ &amp; ที่พิมพ์ไว้");
    }

    @Test
    void aDraftIsThrownAwayAfterAConfirmation() throws Exception {
        PlainBrowser browser = workplace.signedIn("officer");
        String request = draft(browser, "ร่างที่ไม่ใช้แล้ว");
        browser.upload("ทิ้ง.pdf", "application/pdf", SampleFiles.pdf("away"));

        browser.visit(request + "/discard");
        assertThat(browser.body()).contains("ร่างที่ไม่ใช้แล้ว", "1 ไฟล์");
        browser.submit(request + "/discard", Map.of());

        assertThat(browser.path()).isEqualTo("/staff/requests?done=discarded");
        assertThat(browser.body()).doesNotContain("ร่างที่ไม่ใช้แล้ว");
        assertThat(browser.visit(request).status()).isEqualTo(404);
    }

    @Test
    void theFormSaysInWhichAssessmentsTheDataIsEvidence() throws Exception {
        PlainBrowser browser = workplace.signedIn("officer");
        String request = draft(browser, "หลักฐานการประเมิน");
        Map<String, String> typed = new HashMap<>(Map.of(
                "title", "หลักฐานการประเมิน",
                "evidence[1].item", "MOIT 5",
                "evidence[1].fiscalYear", "ปีนี้",
                "evidence[1].quarter", "1",
                "go", "save"));

        browser.visit(request + "/details").submit(request + "/details", typed);
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.body()).contains("href=\"#evidence[0].fiscalYear\"", "value=\"ปีนี้\"");

        typed.put("evidence[1].fiscalYear", "๒๕๗๐");
        browser.submit(request + "/details", typed);
        assertThat(browser.body()).contains("MOIT 5 ปีงบประมาณ 2570 ไตรมาส 1");
    }

    @Test
    void twoSubmissionsAreComparedWithTheReasonsInView() throws Exception {
        PlainBrowser browser = workplace.signedIn("officer");
        String request = draft(browser, "ยอดรวมเดือนตุลาคม");
        browser.upload("ยอด.pdf", "application/pdf", SampleFiles.pdf("sum"));
        browser.visit(request + "/check").submit(request + "/check", Map.of());
        refuse(request.substring(request.lastIndexOf('/') + 1), "ชื่อเรื่องไม่ตรง");
        await().atMost(PATIENCE).until(() -> browser.visit(request).body().contains(request + "/revision"));
        browser.submit(request + "/revision", Map.of());
        Map<String, String> details = Map.of(
                "title", "ยอดรวมเดือนพฤศจิกายน",
                "summary", "รายละเอียด",
                "workGroup", "health-promotion",
                "category", "plans",
                "go", "next");
        browser.submit(request + "/details", details);
        browser.visit(request + "/files").upload("เพิ่ม.pdf", "application/pdf", SampleFiles.pdf("more"));
        browser.visit(request + "/check").submit(request + "/check", Map.of());
        assertThat(browser.body()).contains(request + "/changes");

        browser.visit(request + "/changes");

        assertThat(browser.status()).isEqualTo(200);
        assertThat(browser.body())
                .contains("ยอดรวมเดือนตุลาคม", "ยอดรวมเดือนพฤศจิกายน", "เพิ่ม.pdf", "ชื่อเรื่องไม่ตรง")
                .doesNotContain("??");
    }

    @Test
    void whatIsMissingIsNamedWithALinkToItsStepAndWhatWasTypedIsKept() throws Exception {
        PlainBrowser browser = workplace.signedIn("officer");
        browser.visit("/staff/requests/new").submit("/staff/requests/new", Map.of("title", "หัวข้อ", "go", "save"));
        String request = browser.path().replace("?done=saved", "");

        browser.visit(request + "/check").submit(request + "/check", Map.of());

        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.body())
                .contains("href=\"" + request + "/details#category\"")
                .contains("href=\"" + request + "/period#dataPeriod\"")
                .contains("href=\"" + request + "/files#attachments\"");

        browser.visit(request + "/details")
                .submit(request + "/details", Map.of("title", "ก".repeat(201), "summary", "<b>&amp;"));
        assertThat(browser.status()).isEqualTo(400);
        assertThat(browser.body())
                .contains("ก".repeat(201))
                .contains("&lt;b&gt;&amp;amp;")
                .contains("href=\"#title\"");
    }

    @Test
    void aFileThatIsNotPermittedIsRefusedBesideItsName() throws Exception {
        PlainBrowser browser = workplace.signedIn("officer");
        String request = draft(browser, "ไฟล์ที่ไม่อนุญาต");

        browser.upload("program.exe", "application/octet-stream", new byte[] {'M', 'Z', 0, 0});

        assertThat(browser.status()).isEqualTo(415);
        assertThat(browser.path()).startsWith(request + "/files");
        assertThat(browser.body()).contains("program.exe: ");
    }

    @Test
    void aRequestIsWithdrawnAfterAConfirmationAndCopied() throws Exception {
        PlainBrowser browser = workplace.signedIn("officer2");
        String request = draft(browser, "ข่าวที่ถอน");
        browser.upload("ข่าว.pdf", "application/pdf", SampleFiles.pdf("news"));
        browser.visit(request + "/check").submit(request + "/check", Map.of());

        browser.visit(request + "/withdrawal").submit(request + "/withdrawal", Map.of("explanation", ""));
        assertThat(browser.status()).isEqualTo(400);
        browser.submit(request + "/withdrawal", Map.of("explanation", "เลื่อนงาน"));
        assertThat(browser.body()).contains("ถอนคำขอแล้ว").contains("เลื่อนงาน");

        browser.submit(request + "/copy", Map.of());
        assertThat(browser.path()).endsWith("/details?done=copied").doesNotContain(request);
        assertThat(browser.body()).contains("ข่าวที่ถอน");
    }

    @Test
    void whatIsOnTheSiteIsToBeExtendedOrRemovedOrReplaced() throws Exception {
        PlainBrowser browser = workplace.signedIn("officer");
        String request = draft(browser, "ประกาศที่ขอขยายเวลา");
        browser.upload("ประกาศ.pdf", "application/pdf", SampleFiles.pdf("notice"));
        browser.visit(request + "/check").submit(request + "/check", Map.of());
        publish(request.substring(request.lastIndexOf('/') + 1));
        await().atMost(PATIENCE).until(() -> browser.visit(request).body().contains(request + "/amendments/extend"));

        browser.visit(request + "/amendments/extend").submit(request + "/amendments/extend", Map.of());
        String extension = browser.path().replace("/details", "");
        assertThat(browser.body())
                .contains("ขอขยายเวลาเผยแพร่")
                .doesNotContain("name=\"title\"")
                .doesNotContain("/files\"");
        browser.submit(extension + "/details", Map.of("remark", "ยังมีผู้สนใจ", "go", "next"));
        assertThat(browser.path()).isEqualTo(extension + "/period");
        browser.visit(extension + "/check").submit(extension + "/check", Map.of());
        assertThat(browser.body()).contains("รอพิจารณา").contains(request + "\"");

        browser.visit(request + "/amendments/remove").submit(request + "/amendments/remove", Map.of());
        assertThat(browser.body()).contains("ขอนำออกก่อนกำหนด").doesNotContain("/period\"");
        browser.visit(request + "/amendments/replace").submit(request + "/amendments/replace", Map.of());
        assertThat(browser.body())
                .contains("ขอเผยแพร่ฉบับใหม่แทน")
                .contains("name=\"title\"")
                .contains("/files\"");

        assertThat(browser.visit("/staff/notices").body()).contains("ประกาศที่ขอขยายเวลา");
        assertThat(browser.visit("/staff").body()).contains("ยังไม่ได้อ่าน");
    }

    @Test
    void aPersonSaysWhenTheyAreAwayHowTheyWishToBeToldAndChangesTheirPassword() throws Exception {
        PlainBrowser browser = workplace.signedIn("auditor");
        browser.visit("/staff/profile")
                .submit(
                        "/staff/profile/absences",
                        Map.of(
                                "first.day", "1",
                                "first.month", "12",
                                "first.year", "2569",
                                "last.day", "4",
                                "last.month", "12",
                                "last.year", "2569"));
        assertThat(browser.body()).contains("1 ธันวาคม 2569 – 4 ธันวาคม 2569");
        browser.submit("/staff/profile/absences/2026-12-01/2026-12-04/removal", Map.of());
        assertThat(browser.body()).doesNotContain("4 ธันวาคม 2569");

        browser.visit("/staff/notices").submit("/staff/notices/delivery", Map.of("delivery", "DAILY_DIGEST"));
        assertThat(browser.body()).containsPattern("id=\"delivery-DAILY_DIGEST\"[^>]*checked");

        Map<String, String> change = Map.of(
                "oldPassword", workplace.password("auditor"),
                "newPassword", "a-new-long-password",
                "repeated", "another-long-password");
        browser.visit("/staff/profile").submit("/staff/profile/password", change);
        assertThat(browser.body()).contains("ไม่ตรงกัน");
        browser.submit(
                "/staff/profile/password",
                Map.of(
                        "oldPassword", workplace.password("auditor"),
                        "newPassword", "a-new-long-password",
                        "repeated", "a-new-long-password"));
        assertThat(browser.path()).startsWith("/staff/sign-in");
        assertThat(browser.visit("/staff").path()).startsWith("/staff/sign-in");
        browser.submit("/staff/sign-in", Map.of("userName", "auditor", "password", "a-new-long-password"));
        assertThat(browser.path()).isEqualTo("/staff");
    }

    @Test
    void thePagesSpeakEnglishWhenAskedTo() throws Exception {
        PlainBrowser browser = workplace.signedIn("officer");

        browser.visit("/staff/language?to=en&next=/staff/requests/new");

        assertThat(browser.path()).isEqualTo("/staff/requests/new");
        assertThat(browser.body())
                .contains("lang=\"en\"")
                .contains("New request")
                .contains("Health Promotion");
        assertThat(browser.visit("/staff/language?to=th&next=https://evil.example/")
                        .path())
                .isEqualTo("/staff");
        assertThat(browser.body()).contains("lang=\"th\"");
    }

    @Test
    void nobodySeesTheRequestOfAnotherWorkGroup() throws Exception {
        String request = draft(workplace.signedIn("officer"), "ร่างของคนอื่น");

        PlainBrowser other = workplace.signedIn("officer2").visit(request);

        assertThat(other.status()).isEqualTo(404);
        assertThat(other.body()).contains("ไม่พบหน้าที่ต้องการ").doesNotContain("ร่างของคนอื่น");
    }

    /** A draft with all that is to be typed, up to its files; the path of its page. */
    private static String draft(PlainBrowser browser, String title) throws Exception {
        return draft(browser, title, "health-promotion");
    }

    private static String draft(PlainBrowser browser, String title, String workGroup) throws Exception {
        browser.visit("/staff/requests/new")
                .submit(
                        "/staff/requests/new",
                        Map.of(
                                "title", title,
                                "summary", "รายละเอียด",
                                "workGroup", workGroup,
                                "category", "plans",
                                "go", "next"));
        assertThat(browser.path()).endsWith("/period");
        String request = browser.path().replace("/period", "");
        Map<String, String> period = Map.ofEntries(
                Map.entry("source", "กลุ่มงานส่งเสริมสุขภาพ"),
                Map.entry("dataStart.day", "1"),
                Map.entry("dataStart.month", "10"),
                Map.entry("dataStart.year", "2569"),
                Map.entry("dataEnd.day", "31"),
                Map.entry("dataEnd.month", "10"),
                Map.entry("dataEnd.year", "2569"),
                Map.entry("unit", "MONTHS"),
                Map.entry("amount", "6"),
                Map.entry("go", "next"));
        browser.submit(request + "/period", period);
        assertThat(browser.path()).isEqualTo(request + "/files");
        return request;
    }

    private static void refuse(String id, String why) throws Exception {
        StaffClient approver = new StaffClient(workplace.address());
        approver.signIn("approver", workplace.password("approver"));
        String approval = "/api/approvals/" + id + "-1";
        await().atMost(PATIENCE).until(() -> approver.get(approval).status() == 200);
        Answer found = approver.get(approval);
        Map<String, Object> reason = Map.of("code", "INCORRECT", "explanation", why);
        Answer refused = approver.post(approval + "/rejection", found.tag(), Map.of("reasons", List.of(reason)));
        assertThat(refused.status()).isEqualTo(200);
    }

    private static void publish(String id) throws Exception {
        StaffClient approver = new StaffClient(workplace.address());
        approver.signIn("approver", workplace.password("approver"));
        String approval = "/api/approvals/" + id + "-1";
        await().atMost(PATIENCE).until(() -> approver.get(approval).status() == 200);
        Map<String, Object> decision = Map.of(
                "guidelineChecked",
                true,
                "contentChecked",
                true,
                "category",
                "plans",
                "publicationPeriod",
                Map.of("unit", "DAYS", "amount", 20),
                "webmaster",
                "webmaster");
        assertThat(approver.post(approval + "/approval", approver.get(approval).tag(), decision)
                        .status())
                .isEqualTo(200);
        StaffClient webmaster = new StaffClient(workplace.address());
        webmaster.signIn("webmaster", workplace.password("webmaster"));
        String publication = "/api/publications/" + id;
        await().atMost(PATIENCE).until(() -> webmaster.get(publication).status() == 200);
        Answer assigned = webmaster.get(publication);
        assertThat(webmaster
                        .post(publication + "/publication", assigned.tag(), Map.of("checked", true))
                        .status())
                .isEqualTo(200);
    }

    private static String idOfFile(String page, String fileName) {
        String before = page.substring(0, page.indexOf(">" + fileName));
        return before.substring(before.lastIndexOf("attachments/") + "attachments/".length(), before.lastIndexOf('"'));
    }
}
