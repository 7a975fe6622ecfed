package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.prakat.testing.SteppedClock;

/** What stands around every page of the staff, and what the home page begins with. */
class FramePagesTest {

    private static final String IS_OPEN = "document.getElementById('menu').checkVisibility()";

    @RegisterExtension
    private static final Workplace workplace = new Workplace(SteppedClock.at("2026-11-25T03:00:00Z"));

    @ParameterizedTest
    @CsvSource({"admin, 390", "admin, 320", "webmaster, 390"})
    void onAPhoneTheHeaderIsOneLineAndTheMenuOpensByItsButton(String who, int width) throws Exception {
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, who);
            browser.resize(width);
            browser.visit("/staff/notices");
            browser.awaitTrue("!" + IS_OPEN);
            browser.awaitTrue("document.querySelector('.masthead').offsetHeight < 80");

            Keyboard keyboard = new Keyboard(browser);
            keyboard.to(".menu-open").enter();
            browser.awaitTrue(IS_OPEN);
            keyboard.to(".main-navigation a[href='/staff']");
            keyboard.to(".account a[href='/staff/profile']");
            for (String scheme : new String[] {"light", "dark"}) {
                browser.emulate(scheme, "screen");
                assertThat(browser.accessibilityFaults()).isEmpty();
                browser.photograph("menu-" + who + "-" + width + "-" + scheme);
            }
            browser.send(Keys.ESCAPE);
            browser.awaitTrue("!" + IS_OPEN);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void whereThereIsRoomTheMenuStandsOpenAndTellsWhereOneIs() {
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, "admin");
            browser.awaitTrue(IS_OPEN);
            browser.awaitTrue("!document.querySelector('.menu-open').checkVisibility()");
            browser.press(".main-navigation a[href='/staff/administration']");
            assertThat(browser.text(".main-navigation a[aria-current=page]")).isEqualTo("งานผู้ดูแลระบบ");
            browser.press("a[href='/staff/notices']");
            assertThat(browser.text("a.notices-link[aria-current=page]")).contains("การแจ้งเตือน");
        }
    }

    @Test
    void everyPageCountsUnreadNoticesWithoutAnyScript() throws Exception {
        PlainBrowser officer = workplace.signedIn("officer2");
        assertThat(officer.visit("/staff/profile").body()).contains("unread-count\" hidden");

        workplace.submitted("คำขอที่ผู้อนุมัติรับรองได้รับแจ้ง", Map.of());

        PlainBrowser approver = workplace.signedIn("approver");
        workplace.shown(approver, "/staff/approvals", "คำขอที่ผู้อนุมัติรับรองได้รับแจ้ง");
        workplace.shown(approver, "/staff/profile", "<span data-count>1</span>");
        assertThat(approver.body()).doesNotContain("unread-count\" hidden");
    }

    @Test
    void homeBeginsWithTheWorkOfTheRoleAndShowsNoEmptyTiles() throws Exception {
        String title = "คำขอที่รอผู้อนุมัติรับรอง";
        workplace.submitted(title, Map.of());

        PlainBrowser approver = workplace.shown(workplace.signedIn("approver"), "/staff/approvals", title);
        assertThat(approver.visit("/staff").body())
                .doesNotContain("counts-number")
                .containsSubsequence("to-decide-title", title, "mine-title", "กดสร้างคำขอใหม่");
        PlainBrowser webmaster = workplace.signedIn("webmaster");
        assertThat(webmaster.body())
                .doesNotContain("counts-number")
                .containsSubsequence("to-publish-title", "เมื่อมีการอนุมัติ ท่านจะได้รับแจ้ง", "mine-title");
        PlainBrowser officer = workplace.signedIn("officer");
        assertThat(officer.body()).contains(title).doesNotContain("turnedBack");
    }

    @Test
    void whatTakesAWhileSaysThatItIsUnderWay() {
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, "officer");
            browser.visit("/staff/notices");
            // Nothing is sent, so that the page stays.
            browser.run(
                    """
                    const form = document.querySelector("form[action$='/delivery']");
                    form.action = "javascript:void 0";
                    form.requestSubmit(form.querySelector("button"));
                    """);
            browser.awaitTrue("document.querySelector('button.waiting')");
            browser.awaitText("#live-says", "กำลังดำเนินการ");
        }
    }
}
