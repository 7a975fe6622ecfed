package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.prakat.testing.SteppedClock;

/**
 * Every kind of page that links lead to, for each role and for the public: axe finds nothing against WCAG 2.2 AA in light
 * and in dark, nothing is wider than 320 pixels, and the browser complains of nothing. Leaves pictures of all of them.
 */
class EveryPageTest {

    private static final int WIDE = 1200;
    private static final int NARROW = 320;

    /** What stands differently may look differently. */
    private static final int OF_A_KIND = 2;

    /** What differs between two pages of one kind: identifiers, numbers, what is asked for. */
    private static final Pattern PARTICULAR = Pattern.compile("(?<=/)(?=[^/]*\\d)[a-z0-9-]+(?=/|$)");

    /** Where a link leads to something other than a page. */
    private static final Predicate<String> NO_PAGE = Pattern.compile(
                    "/files/|/attachments/\\d|export|format=|\\.(xml|json|ics|svg|png|csv|xlsx|pdf)|/feed|/sign-out|/language|^/api/")
            .asPredicate();

    @RegisterExtension
    private static final Workplace workplace = new Workplace(SteppedClock.at("2026-11-25T03:00:00Z"));

    @BeforeAll
    static void aDayAtWork() throws Exception {
        workplace.published("รายงานประจำเดือนตุลาคม");
        workplace.approved("ประกาศรับสมัครงาน");
        workplace.submitted("แผนงานสร้างเสริมสุขภาพ", Map.of());
        workplace.submitted("ด่วน เตือนภัยไข้เลือดออก", Map.of("urgent", true));
        refuse(workplace.submitted("รายชื่อผู้เข้าร่วมประชุม", Map.of()), "รายชื่อผู้เข้าร่วมประชุม");
    }

    private static void refuse(String id, String title) throws Exception {
        String page = "/staff/approvals/" + id + "-1";
        PlainBrowser approver = workplace.shown(workplace.signedIn("approver"), page, title);
        approver.visit(page + "/rejection");
        approver.submit(page + "/rejection", Map.of("code", "INCORRECT", "explanation.INCORRECT", "ยอดรวมไม่ตรง"));
        assertThat(approver.path()).isEqualTo("/staff/approvals?done=rejection");
    }

    @ParameterizedTest
    @CsvSource({"officer, 7", "approver, 6", "webmaster, 6", "admin, 15", "auditor, 4"})
    void aPersonsPagesAreForEverybody(String role, int least) throws Exception {
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, role);
            Walk walk = new Walk(browser, role, path -> path.startsWith("/staff"));
            walk.from("/staff");
            walk.assertNothingFound(least);
        }
    }

    @Test
    void thePublicsPagesAreForEverybody() throws Exception {
        try (Chromium browser = Chromium.open(workplace.address())) {
            Walk walk = new Walk(browser, "public", path -> !path.startsWith("/staff"));
            walk.from("/", "/search?q=รายงาน", "/search?q=ไม่มีคำนี้แน่นอน", "/items/nothing-here", "/staff/sign-in");
            walk.assertNothingFound(5);
        }
    }

    /** From page to page by the links, to some of each kind. */
    private static final class Walk {

        private final Chromium browser;
        private final String name;
        private final Predicate<String> within;
        private final Map<String, Integer> kinds = new HashMap<>();
        private final Set<String> known = new HashSet<>();
        private final Deque<String> ahead = new ArrayDeque<>();
        private final List<String> found = new ArrayList<>();
        private int looked;

        Walk(Chromium browser, String name, Predicate<String> within) {
            this.browser = browser;
            this.name = name;
            this.within = within;
        }

        void from(String... paths) throws Exception {
            for (String path : paths) {
                goTo(path);
            }
            while (!ahead.isEmpty()) {
                lookAt(ahead.remove());
            }
        }

        private void goTo(String path) {
            if (!NO_PAGE.test(path) && known.add(path) && kinds.merge(kind(path), 1, Integer::sum) <= OF_A_KIND) {
                ahead.add(path);
            }
        }

        private static String kind(String path) {
            String plain = URI.create(path.replace(" ", "%20")).getRawPath();
            return PARTICULAR.matcher(plain).replaceAll("*") + (path.contains("?q=") ? path : "");
        }

        private void lookAt(String path) throws Exception {
            browser.resize(WIDE);
            browser.emulate("light", "screen");
            browser.visit(path);
            String picture = name + kind(path).replaceAll("[^a-z0-9*-]+", "_").replace('*', 'x') + "-" + looked++;
            browser.accessibilityFaults().forEach(fault -> found.add(path + " in light: " + fault));
            browser.photograph("every/" + picture + "-wide");
            browser.emulate("dark", "screen");
            browser.accessibilityFaults().forEach(fault -> found.add(path + " in dark: " + fault));
            browser.photograph("every/" + picture + "-dark");
            browser.emulate("light", "screen");
            browser.resize(NARROW);
            if (browser.widthOfContent() > NARROW) {
                found.add(path + " is " + browser.widthOfContent() + " pixels wide on a screen of " + NARROW);
            }
            browser.photograph("every/" + picture + "-narrow");
            browser.complaints().forEach(complaint -> found.add(path + ": " + complaint));
            browser.links().stream().filter(within).forEach(this::goTo);
        }

        void assertNothingFound(int leastPages) {
            assertThat(found).isEmpty();
            assertThat(kinds).hasSizeGreaterThanOrEqualTo(leastPages);
        }
    }
}
