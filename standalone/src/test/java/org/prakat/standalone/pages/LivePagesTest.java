package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prakat.testing.SteppedClock;

/** What others do shows on a page without reloading it, and disturbs nobody who types. */
class LivePagesTest {

    private static final SteppedClock CLOCK = SteppedClock.at("2026-11-25T03:00:00Z");

    @RegisterExtension
    private static final Workplace workplace = new Workplace(CLOCK);

    @Test
    void aNewAssignmentShowsOnThePageThatIsOpen() throws Exception {
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, "approver");
            browser.visit("/staff/approvals");
            browser.run("window.notReloaded = true");

            workplace.submitted("คำขอที่มาระหว่างเปิดหน้าอยู่", Map.of());

            browser.awaitText("#body", "คำขอที่มาระหว่างเปิดหน้าอยู่");
            browser.awaitTrue("document.getElementById('live-says').textContent.includes('มีการเปลี่ยนแปลง')");
            browser.awaitTrue("document.querySelector('.unread-count [data-count]').textContent > 0");
            assertThat(browser.run("return window.notReloaded")).isEqualTo(true);
            browser.photograph("approvals-live");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aDecisionIsToldInTheHeaderAndWhatIsBeingTypedStays() throws Exception {
        String id = workplace.submitted("คำขอที่จะไม่อนุญาต", Map.of());
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, "officer");
            browser.visit("/staff/requests/new");
            browser.type("#title", "กำลังพิมพ์อยู่");

            reject(id);

            browser.awaitTrue("document.querySelector('.unread-count [data-count]').textContent > 0");
            assertThat(browser.find("#title").getDomProperty("value")).isEqualTo("กำลังพิมพ์อยู่");
            browser.visit("/staff/requests/" + id);
            browser.awaitText("#body", "ยอดรวมไม่ตรง");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void reject(String id) throws Exception {
        String page = "/staff/approvals/" + id + "-1/rejection";
        PlainBrowser approver = workplace.shown(workplace.signedIn("approver"), page, "คำขอที่จะไม่อนุญาต");
        approver.submit(page, Map.of("code", "INCORRECT", "explanation.INCORRECT", "ยอดรวมไม่ตรง"));
        assertThat(approver.path()).isEqualTo("/staff/approvals?done=rejection");
    }
}
