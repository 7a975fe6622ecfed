package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;

/** Requests about something on the site, from the owner's page to what the public sees, without any script. */
class AmendmentPagesTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");

    @RegisterExtension
    private static final Workplace workplace = new Workplace(CLOCK);

    @Test
    void aNewVersionTakesThePlaceOfTheOldOne() throws Exception {
        String item = workplace.published("ตารางบริการเดือนตุลาคม");
        PlainBrowser officer = workplace.signedIn("officer");
        String replacement = begun(officer, item, "replace");
        officer.submit(
                replacement + "/details",
                Map.of(
                        "title", "ตารางบริการเดือนพฤศจิกายน",
                        "summary", "ฉบับปรับปรุง",
                        "workGroup", "health-promotion",
                        "category", "news",
                        "remark", "เปลี่ยนเวลาเปิด",
                        "go", "next"));
        assertThat(officer.path()).isEqualTo(replacement + "/period");
        officer.visit(replacement + "/files").upload("ตาราง.pdf", "application/pdf", SampleFiles.pdf("november"));
        submit(officer, replacement);

        execute(item, replacement, "ตารางบริการเดือนพฤศจิกายน");

        PlainBrowser visitor = new PlainBrowser(workplace.address());
        assertThat(visitor.visit("/items/" + item).body()).contains("ตารางบริการเดือนพฤศจิกายน");
    }

    @Test
    void somethingIsTakenOffTheSiteBeforeItsEndBecauseItsOwnerAsksForIt() throws Exception {
        String item = workplace.published("กำหนดการที่ยกเลิก");
        PlainBrowser officer = workplace.signedIn("officer");
        String removal = begun(officer, item, "remove");
        officer.submit(removal + "/details", Map.of("remark", "ยกเลิกงาน", "go", "next"));
        submit(officer, removal);

        execute(item, removal, "กำหนดการที่ยกเลิก");

        PlainBrowser visitor = new PlainBrowser(workplace.address());
        assertThat(visitor.visit("/items/" + item).status()).isEqualTo(410);
    }

    /** Begins a request about an item; the path of its page. */
    private static String begun(PlainBrowser officer, String item, String kind) throws Exception {
        String asked = "/staff/requests/" + item + "/amendments/" + kind;
        workplace.shown(officer, "/staff/requests/" + item, asked);
        officer.visit(asked).submit(asked, Map.of());
        assertThat(officer.path()).endsWith("/details");
        return officer.path().replace("/details", "");
    }

    private static void submit(PlainBrowser officer, String request) throws Exception {
        officer.visit(request + "/check").submit(request + "/check", Map.of());
        assertThat(officer.path()).isEqualTo(request + "?done=submitted");
    }

    /** The approver allows it, and the webmaster carries it out. */
    private static void execute(String item, String request, String title) throws Exception {
        String id = request.substring(request.lastIndexOf('/') + 1);
        workplace.approve(id, title);
        String page = "/staff/publications/" + item + "/amendments/" + id;
        PlainBrowser webmaster = workplace.shown(workplace.signedIn("webmaster"), page, title);
        webmaster.submit(page, Map.of());
        assertThat(webmaster.status()).isEqualTo(400);
        assertThat(webmaster.body()).contains("href=\"#checked\"");
        webmaster.submit(page, Map.of("checked", "true"));
        assertThat(webmaster.path()).isEqualTo("/staff/publications/" + item + "?done=executed");
    }
}
