package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prakat.testing.SteppedClock;

/** The public site in a browser, and the preview of it, on the whole system. */
class PublicPagesTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");
    private static final int PHONE = 320;
    private static final int DESKTOP = 1200;

    @RegisterExtension
    private static final Workplace workplace = new Workplace(CLOCK);

    @Test
    void whatTheWebmasterSawBeforehandThePublicFindsReadsAndPrints() throws Exception {
        String title = "สถานการณ์โรคไข้เลือดออกอำเภอวังสะพุง";
        String id = approved(title);
        PlainBrowser webmaster = workplace.shown(workplace.signedIn("webmaster"), "/staff/publications/" + id, title);
        assertThat(webmaster.body()).contains("/staff/publications/" + id + "/preview");
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, "webmaster");
            browser.visit("/staff/publications/" + id + "/preview");
            browser.awaitText(".preview-banner", "ตัวอย่างก่อนเผยแพร่");
            browser.awaitText("h1", title);
            browser.photograph("public-preview");
            assertThat(browser.complaints()).isEmpty();
        }
        webmaster.submit("/staff/publications/" + id, Map.of("checked", "true", "when", "now"));
        try (Chromium browser = Chromium.open(workplace.address())) {
            browser.visit("/");
            browser.type("#q", "วังสะพุงไข้เลือดออก");
            browser.press("form.search button");
            browser.awaitText(".item-title", title);
            photographEverywhere(browser, "public-search");
            browser.press(".item-title a");
            browser.awaitText("h1", title);
            photographEverywhere(browser, "public-item");
            browser.visit("/categories/news");
            browser.awaitText(".item-title", title);
            photographEverywhere(browser, "public-category");
            browser.visit("/");
            photographEverywhere(browser, "public-home");
            assertThat(browser.complaints()).as("a data block is no script").isEmpty();
            browser.visit("/no-such-page");
            browser.awaitText(".ways-on", "ข่าวประชาสัมพันธ์");
            photographEverywhere(browser, "public-not-found");
        }
    }

    /** On a desktop, on a phone, in the dark, and as it is printed. */
    private static void photographEverywhere(Chromium browser, String name) throws Exception {
        browser.photograph(name);
        browser.resize(PHONE);
        assertThat(browser.widthOfContent()).as("%s at 320 px", name).isLessThanOrEqualTo(PHONE);
        browser.photograph(name + "-phone");
        browser.resize(DESKTOP);
        browser.emulate("dark", "screen");
        browser.photograph(name + "-dark");
        browser.emulate("light", "print");
        browser.photograph(name + "-print");
        browser.emulate("light", "screen");
    }

    @Test
    void whoHasNothingToDoWithAnItemSeesNoPreview() throws Exception {
        String id = approved("เรื่องที่ยังไม่เผยแพร่");
        workplace.shown(workplace.signedIn("webmaster"), "/staff/publications/" + id, "เรื่องที่ยังไม่เผยแพร่");
        String preview = "/staff/publications/" + id + "/preview";

        PlainBrowser stranger = new PlainBrowser(workplace.address()).visit(preview);
        assertThat(stranger.path()).startsWith("/staff/sign-in");
        PlainBrowser approver = workplace.signedIn("approver").visit(preview);
        assertThat(approver.body()).as("who approved it").contains("ตัวอย่างก่อนเผยแพร่");
        assertThat(workplace.signedIn("officer").visit(preview).body())
                .as("whose it is")
                .contains("ตัวอย่างก่อนเผยแพร่");
        assertThat(workplace
                        .signedIn("webmaster")
                        .visit("/staff/publications/never/preview")
                        .status())
                .isEqualTo(404);
    }

    private static String approved(String title) throws Exception {
        String id = workplace.submitted(title, Map.of());
        String page = "/staff/approvals/" + id + "-1";
        PlainBrowser approver = workplace.shown(workplace.signedIn("approver"), page, title);
        Map<String, String> decision = new HashMap<>(Map.of("guidelineChecked", "true", "contentChecked", "true"));
        decision.putAll(Map.of("category", "news", "unit", "DAYS", "amount", "20", "webmaster", "webmaster"));
        approver.submit(page, decision);
        return id;
    }
}
