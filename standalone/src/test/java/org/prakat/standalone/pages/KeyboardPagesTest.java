package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prakat.testing.SteppedClock;

/** The main job in a browser without touching a mouse: from the form to the site. */
class KeyboardPagesTest {

    private static final String TITLE = "รณรงค์ป้องกันโรคไข้เลือดออก";

    @RegisterExtension
    private static final Workplace workplace = new Workplace(SteppedClock.at("2026-11-25T03:00:00Z"));

    @Test
    void aRequestGoesFromTheFormToTheSiteByTheKeyboardAlone() {
        String id;
        try (Chromium browser = Chromium.open(workplace.address())) {
            id = submit(browser);
        }
        try (Chromium browser = Chromium.open(workplace.address())) {
            approve(browser, id);
        }
        try (Chromium browser = Chromium.open(workplace.address())) {
            publish(browser, id);
        }
    }

    private static Keyboard signIn(Chromium browser, String userName) {
        Keyboard keyboard = new Keyboard(browser);
        browser.visit("/staff/sign-in");
        keyboard.to("#userName").type(userName);
        keyboard.to("#password").type(workplace.password(userName)).enter();
        browser.awaitText("h1", "สวัสดี");
        return keyboard;
    }

    /** Answers the request's id. */
    private static String submit(Chromium browser) {
        Keyboard keyboard = signIn(browser, "officer");
        keyboard.to("main a[href='/staff/requests/new']").enter();
        browser.awaitPath("/staff/requests/new");
        keyboard.to("#title").type(TITLE);
        keyboard.to("#summary").type("กำหนดการลงพื้นที่");
        keyboard.to("#category").choose("news");
        keyboard.to("#externalLink").type("https://example.go.th/campaign");
        keyboard.to("button[value=next]").enter();

        browser.awaitPath("/period");
        keyboard.to("#source").type("กลุ่มงานส่งเสริมสุขภาพ");
        date(keyboard, "dataStart", "1");
        date(keyboard, "dataEnd", "31");
        keyboard.to("button[value=next]").enter();

        browser.awaitPath("/files");
        keyboard.to("a[href$='/check']").enter();
        browser.awaitPath("/check");
        keyboard.to("main form button[type=submit]").enter();
        browser.awaitText(".status", "รอพิจารณา");
        assertThat(browser.complaints()).isEmpty();
        return browser.path().replaceAll(".*/requests/|[?].*", "");
    }

    private static void date(Keyboard keyboard, String name, String day) {
        keyboard.to("#" + name + "-day").type(day);
        keyboard.to("#" + name + "-month").choose("10");
        keyboard.to("#" + name + "-year").type("2569");
    }

    private static void approve(Chromium browser, String id) {
        Keyboard keyboard = signIn(browser, "approver");
        browser.find("main a[href$='/staff/approvals/" + id + "-1']");
        keyboard.to("main a[href$='/staff/approvals/" + id + "-1']").enter();
        browser.awaitText("h1", TITLE);
        keyboard.to("#guidelineChecked").tick();
        keyboard.to("#contentChecked").tick();
        keyboard.to("#webmaster").choose("webmaster");
        keyboard.to("form[action$='-1'] button[type=submit]").enter();
        browser.awaitPath("done=approved");
        assertThat(browser.complaints()).isEmpty();
    }

    private static void publish(Chromium browser, String id) {
        Keyboard keyboard = signIn(browser, "webmaster");
        keyboard.to("a[href='/staff/publications']").enter();
        browser.find("main a[href$='/staff/publications/" + id + "']");
        keyboard.to("main a[href$='/staff/publications/" + id + "']").enter();
        browser.awaitText("h1", TITLE);
        keyboard.to("#checked").tick();
        keyboard.to("form[action*='/staff/publications/'] button[type=submit]").enter();
        browser.awaitPath("done=published");
        keyboard.to("a[href^='/items/']").enter();
        browser.awaitPath("/items/");
        browser.awaitText("h1", TITLE);
        assertThat(browser.complaints()).isEmpty();
    }
}
