package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prakat.testing.SteppedClock;

/** The approver's and the webmaster's pages, on the whole system. */
class DecisionPagesTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");

    @RegisterExtension
    private static final Workplace workplace = new Workplace(CLOCK);

    @Test
    void theApproverApprovesTheWebmasterPublishesAndThePageStands() throws Exception {
        String title = "รณรงค์ป้องกันโรคไข้เลือดออก";
        String id = workplace.submitted(title, Map.of());
        workplace.shown(workplace.signedIn("approver"), "/staff/approvals", title);
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, "approver");
            browser.visit("/staff/approvals");
            browser.press("a[href='/staff/approvals/" + id + "-1']");
            browser.awaitText("h1", title);
            browser.press("main form button[type=submit]");
            browser.awaitText(".error-summary", "2.1");
            browser.photograph("approver-refused");
            browser.press("#guidelineChecked");
            browser.press("#contentChecked");
            browser.press("main form button[type=submit]");
            browser.awaitText(".done", "อนุมัติแล้ว");
            assertThat(browser.complaints()).isEmpty();
        }
        workplace.shown(workplace.signedIn("webmaster"), "/staff/publications", title);
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, "webmaster");
            browser.visit("/staff/publications/" + id);
            browser.press("#checked");
            browser.photograph("webmaster-publishes");
            browser.press("main form button[type=submit]");
            browser.awaitText(".done", "เผยแพร่บนเว็บไซต์แล้ว");
            browser.press(".standing a");
            browser.awaitPath("/items/" + id);
            browser.awaitText("h1", title);
            assertThat(browser.complaints()).isEmpty();
        }
        formIsSigned(id);
    }

    /** The paper form with its three signature blocks, each with name, order and role. */
    private static void formIsSigned(String id) throws Exception {
        String form = "/staff/requests/" + id + "/form";
        workplace.shown(workplace.signedIn("officer"), form, "ลำดับการเผยแพร่");
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, "officer");
            browser.visit("/staff/requests/" + id);
            browser.press("a[href='" + form + "']");
            browser.awaitText(".signatures", "ผู้รับผิดชอบการให้ข้อมูล");
            browser.awaitText(".signatures", "สมชาย รักงาน");
            browser.awaitText(".signatures", "12/2569");
            browser.awaitText(".signatures", "วิชัย ขยัน");
            browser.awaitText(".pdf", "ดาวน์โหลด PDF");
            browser.photograph("official-form");
            assertThat(browser.complaints()).isEmpty();
        }
        formIsSaved(form + ".pdf");
    }

    private static void formIsSaved(String address) throws Exception {
        HttpResponse<byte[]> saved = workplace.signedIn("officer").download(address);
        assertThat(saved.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(saved.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains(".pdf");
        try (PDDocument pdf = Loader.loadPDF(saved.body())) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("สมชาย รักงาน")
                    .contains("12/2569")
                    .contains("วิชัย ขยัน")
                    .contains("ลำดับการเผยแพร่");
        }
        PlainBrowser stranger = new PlainBrowser(workplace.address());
        assertThat(stranger.visit(address).path()).startsWith("/staff/sign-in");
        PlainBrowser other = workplace.signedIn("officer2");
        assertThat(other.visit(address).status())
                .as("like the page")
                .isEqualTo(other.visit(address.replace(".pdf", "")).status())
                .isEqualTo(404);
    }

    @Test
    void aRefusalNeedsAReasonThatIsExplainedAndTheOwnerReadsIt() throws Exception {
        String id = workplace.submitted("คำขอที่ไม่อนุญาต", Map.of());
        String page = "/staff/approvals/" + id + "-1";
        PlainBrowser approver = workplace.shown(workplace.signedIn("approver"), page, "คำขอที่ไม่อนุญาต");
        approver.visit(page + "/rejection").submit(page + "/rejection", Map.of());
        assertThat(approver.status()).isEqualTo(400);
        assertThat(approver.body()).contains("href=\"#reasons\"");

        approver.submit(page + "/rejection", Map.of("code", "OTHER", "explanation.INCORRECT", "ยอดรวมไม่ตรง"));
        assertThat(approver.status()).isEqualTo(400);
        assertThat(approver.body())
                .contains("href=\"#explanation.OTHER\"")
                .as("what was typed is kept")
                .contains("ยอดรวมไม่ตรง");

        approver.submit(page + "/rejection", Map.of("code", "INCORRECT", "explanation.INCORRECT", "ยอดรวมไม่ตรง"));
        assertThat(approver.path()).isEqualTo("/staff/approvals?done=rejection");
        assertThat(approver.visit("/staff/approvals/history?status=REJECTED").body())
                .contains("คำขอที่ไม่อนุญาต");
        workplace.shown(workplace.signedIn("officer"), "/staff/requests/" + id, "ยอดรวมไม่ตรง");
    }

    @Test
    void aVerbalApprovalIsRecordedByTheRequesterAndConfirmedByTheApprover() throws Exception {
        String id = workplace.submitted("ประกาศน้ำท่วม", Map.of("urgent", true));
        String page = "/staff/approvals/" + id + "-1";
        String word = page + "/verbal-approval";
        PlainBrowser officer = workplace.shown(workplace.signedIn("officer"), word, "ประกาศน้ำท่วม");
        assertThat(officer.visit("/staff/requests/" + id).body()).contains(word);
        officer.visit(word).submit(word, Map.of());
        assertThat(officer.status()).isEqualTo(400);
        assertThat(officer.body()).contains("href=\"#saidAt\"").contains("href=\"#approver\"");

        Map<String, String> said = new HashMap<>(Workplace.ASSIGNED);
        said.putAll(Map.of(
                "approver", "approver",
                "said.day", "25",
                "said.month", "11",
                "said.year", "2569",
                "said.time", "10.00",
                "means", "TELEPHONE",
                "note", "หัวหน้ากลุ่มงานบริหารอยู่ด้วย"));
        officer.submit(word, said);
        assertThat(officer.path()).isEqualTo("/staff/requests/" + id + "?done=wordRecorded");

        PlainBrowser approver = workplace.shown(workplace.signedIn("approver"), page, "หัวหน้ากลุ่มงานบริหารอยู่ด้วย");
        approver.submit(page, Workplace.CHECKED);
        assertThat(approver.path()).isEqualTo("/staff/approvals?done=confirmed");
        workplace.shown(workplace.signedIn("webmaster"), "/staff/publications/" + id, "ประกาศน้ำท่วม");
    }

    @Test
    void whatWasSaidByWordOfMouthIsNotConfirmedAndTheOwnerReadsWhy() throws Exception {
        String id = workplace.submitted("ประกาศที่ไม่ได้พูดอย่างนั้น", Map.of("urgent", true));
        String page = "/staff/approvals/" + id + "-1";
        String word = page + "/verbal-approval";
        PlainBrowser officer = workplace.shown(workplace.signedIn("officer"), word, "ประกาศที่ไม่ได้พูดอย่างนั้น");
        Map<String, String> said = new HashMap<>(Workplace.ASSIGNED);
        said.putAll(Map.of(
                "approver", "approver",
                "said.day", "25",
                "said.month", "11",
                "said.year", "2569",
                "said.time", "10.00",
                "means", "TELEPHONE",
                "note", "ไม่มีพยาน"));
        officer.submit(word, said);
        assertThat(officer.path()).isEqualTo("/staff/requests/" + id + "?done=wordRecorded");
        workplace.shown(officer, "/staff/requests/" + id, "ทางโทรศัพท์");
        assertThat(officer.body()).as("no raw code in the timeline").doesNotContain("TELEPHONE");

        PlainBrowser approver = workplace.shown(workplace.signedIn("approver"), page, "ไม่มีพยาน");
        String refusal = page + "/confirmation-refusal";
        approver.visit(refusal).submit(refusal, Map.of());
        assertThat(approver.body()).contains("href=\"#reasons\"");
        approver.submit(refusal, Map.of("code", "OTHER", "explanation.OTHER", "ไม่ได้อนุมัติ"));

        assertThat(approver.path()).isEqualTo("/staff/approvals?done=confirmationRefusal");
        workplace.shown(officer, "/staff/requests/" + id, "ไม่ได้อนุมัติ");
    }

    @Test
    void anAdministratorHandsACaseOver() throws Exception {
        String id = workplace.submitted("คำขอที่ส่งต่อ", Map.of());
        String page = "/staff/approvals/" + id + "-1";
        PlainBrowser admin = workplace.shown(workplace.signedIn("admin"), page, "คำขอที่ส่งต่อ");
        String handOver = page + "/hand-over";
        admin.visit(handOver).submit(handOver, Map.of());
        assertThat(admin.status()).isEqualTo(400);
        assertThat(admin.body()).contains("href=\"#explanation\"");

        appointed(workplace.signedIn("admin"), "deputy");
        workplace.shown(admin, handOver, "อนันต์ ช่วยงาน");
        admin.submit(handOver, Map.of("to", "deputy", "explanation", "หัวหน้ากลุ่มงานไปราชการ"));

        assertThat(admin.path()).isEqualTo(page + "?done=handedOver");
        assertThat(admin.body()).contains("อนันต์ ช่วยงาน");
        workplace.shown(workplace.signedIn("deputy"), "/staff/approvals", "คำขอที่ส่งต่อ");
    }

    /** An order that gives somebody the duty to approve in the officer's work group. */
    private static void appointed(PlainBrowser admin, String holder) throws Exception {
        String form = "/staff/administration/new-appointment-order";
        Map<String, String> order = Map.ofEntries(
                Map.entry("number", "77/2569"),
                Map.entry("holder", holder),
                Map.entry("office", "wang-saphung"),
                Map.entry("workGroup", "health-promotion"),
                Map.entry("duties", "APPROVE"),
                Map.entry("date.day", "1"),
                Map.entry("date.month", "11"),
                Map.entry("date.year", "2569"),
                Map.entry("validFrom.day", "1"),
                Map.entry("validFrom.month", "11"),
                Map.entry("validFrom.year", "2569"));
        admin.visit(form).submit(form, order);
        assertThat(admin.path()).endsWith("?done=orderSaved");
    }

    @Test
    void theApproverLooksAtTheFilesAndAtWhatStandsOnTheSiteAlready() throws Exception {
        workplace.published("ข่าวที่มีอยู่แล้ว");
        // Lists of the public site are kept for up to five seconds.
        CLOCK.advance(Duration.ofSeconds(6));
        String id = workplace.submitted("ข่าวที่คล้ายกัน", Map.of(), "ภาพ.png");
        String page = "/staff/approvals/" + id + "-1";
        workplace.shown(workplace.signedIn("approver"), page, "ข่าวที่คล้ายกัน");
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, "approver");
            browser.visit(page);
            browser.awaitText("#alike-title + ul", "ข่าวที่มีอยู่แล้ว");
            for (int file = 1; file <= 2; file++) {
                browser.press(".files li:nth-child(" + file + ") summary");
            }
            browser.awaitTrue("document.querySelector('.look img').naturalWidth > 0");
            browser.awaitTrue(
                    "document.querySelector('.look iframe').contentDocument?.contentType === 'application/pdf'");
            browser.photograph("approver-preview");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void theWebmasterSetsATimeCallsItOffAndSendsTheRequestBack() throws Exception {
        String id = workplace.approved("ประกาศที่ส่งคืน");
        String page = "/staff/publications/" + id;
        PlainBrowser webmaster = workplace.shown(workplace.signedIn("webmaster"), page, "ประกาศที่ส่งคืน");
        Map<String, String> later =
                Map.of("checked", "true", "when", "later", "at.day", "1", "at.month", "12", "at.year", "2569");
        webmaster.submit(page, with(later, "at.time", "25:00"));
        assertThat(webmaster.status()).isEqualTo(400);
        assertThat(webmaster.body()).contains("href=\"#publishAt\"").contains("25:00");
        webmaster.submit(page, with(later, "at.time", "8:30"));
        assertThat(webmaster.body()).contains("1 ธันวาคม 2569 เวลา 08:30\u00a0น.");
        webmaster.submit(page + "/schedule-cancellation", Map.of());
        assertThat(webmaster.path()).isEqualTo(page + "?done=scheduleCancelled");

        Map<String, String> reason = Map.of("code", "OTHER", "explanation.OTHER", "ไฟล์เปิดไม่ได้");
        webmaster.visit(page + "/return").submit(page + "/return", reason);
        assertThat(webmaster.path()).isEqualTo("/staff/publications?done=toOwner");
        workplace.shown(workplace.signedIn("officer"), "/staff/requests/" + id, "ไฟล์เปิดไม่ได้");
    }

    @Test
    void whatStandsOnTheSiteIsCorrectedHeldAndTakenDown() throws Exception {
        String id = workplace.approved("ประกาศที่มีคำผิด");
        String page = "/staff/publications/" + id;
        PlainBrowser webmaster = workplace.shown(workplace.signedIn("webmaster"), page, "ประกาศที่มีคำผิด");
        webmaster.submit(page, Map.of("checked", "true", "when", "now"));
        assertThat(webmaster.path()).isEqualTo(page + "?done=published");
        assertThat(webmaster.visit("/staff/publications/expiring").body()).contains("ธันวาคม 2569");

        String correction = page + "/correction/title";
        webmaster.visit(correction).submit(correction, Map.of("text", "ประกาศที่แก้แล้ว"));
        assertThat(webmaster.visit("/items/" + id).body()).contains("ประกาศที่แก้แล้ว");
        webmaster.visit(page).submit(page + "/currency-check", Map.of());
        assertThat(webmaster.path()).isEqualTo(page + "?done=confirmedCurrent");
        webmaster.visit(page + "/hold").submit(page + "/hold", Map.of("reason", "มีเรื่องร้องเรียน"));
        assertThat(webmaster.body()).contains("มีเรื่องร้องเรียน");
        webmaster.visit(page + "/release").submit(page + "/release", Map.of());
        assertThat(webmaster.path()).isEqualTo(page + "?done=released");

        String takeDown = page + "/take-down";
        webmaster.visit(takeDown).submit(takeDown, Map.of("explanation", "มีรายชื่อผู้ป่วย"));
        assertThat(webmaster.status()).isEqualTo(400);
        assertThat(webmaster.body()).contains("href=\"#cause\"").contains("มีรายชื่อผู้ป่วย");
        webmaster.submit(takeDown, Map.of("cause", "PERSONAL_DATA", "explanation", "มีรายชื่อผู้ป่วย"));
        assertThat(webmaster.path()).isEqualTo(page + "?done=takenDown");
        assertThat(webmaster.visit("/items/" + id).status()).isEqualTo(410);
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }
}
