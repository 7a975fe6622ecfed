package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.prakat.testing.SteppedClock;

/**
 * Every form that is typed into, sent with what cannot be: it is shown again, with a summary whose links lead to the fields, and with all
 * that was typed.
 */
class EveryFormTest {

    private static final String ADMINISTRATION = "/staff/administration/";

    /** Sends the forms of this page as a browser without script would; tells what the answers lack. */
    private static final String SENT_WRONG =
            """
            const tell = arguments[arguments.length - 1];
            const filled = form => {
              for (const field of form.elements) {
                if (field.matches("input[type=text], textarea")) {
                  field.value = "ก".repeat(9000);
                } else if (field.matches("input[type=password]")) {
                  field.value = "ก";
                } else if (field.matches("input[type=checkbox], input[type=radio]")) {
                  field.checked = false;
                }
              }
              return form;
            };
            const lacks = async form => {
              const found = [];
              const answer = await fetch(form.action, {method: "POST", body: new URLSearchParams(new FormData(filled(form)))});
              const page = new DOMParser().parseFromString(await answer.text(), "text/html");
              const again = page.querySelector(`main form[action="${form.getAttribute("action")}"]`);
              const links = [...page.querySelectorAll(".error-summary li a")];
              const focusable = "a, button, input, select, textarea, [tabindex]";
              if (answer.status !== 400) found.push("answers " + answer.status);
              if (links.length === 0) found.push("has no summary");
              for (const link of links) {
                const href = link.getAttribute("href");
                if (!page.getElementById(decodeURIComponent(href.slice(1)))?.matches(focusable)) found.push("leads nowhere: " + href);
              }
              for (const field of form.querySelectorAll("input[type=text]:enabled:not([hidden]), textarea")) {
                const kept = again?.elements.namedItem(field.name)?.value;
                if (kept !== field.value) found.push("loses " + field.name);
              }
              return found.map(fault => form.getAttribute("action") + " " + fault);
            };
            const forms = [...document.querySelectorAll("main form[method=post]")]
                .filter(form => form.querySelector("input[type=text]:not([hidden]), input[type=password], textarea"));
            Promise.all(forms.map(lacks)).then(
                all => tell(forms.length ? all.flat() : ["no form to type into"]), error => tell(["" + error]));
            """;

    @RegisterExtension
    private static final Workplace workplace = new Workplace(SteppedClock.at("2026-11-25T03:00:00Z"));

    @Test
    void theOfficersForms() throws Exception {
        String id = workplace.submitted("คำขอที่จะถอน", Map.of());
        check("officer", "/staff/requests/new", "/staff/requests/" + id + "/withdrawal", "/staff/profile");
    }

    @Test
    void theApproversForms() throws Exception {
        String urgent = workplace.submitted("คำขอที่เร่งด่วน", Map.of("urgent", true));
        String page = "/staff/approvals/" + urgent + "-1";
        workplace.shown(workplace.signedIn("approver"), page, "คำขอที่เร่งด่วน");
        check("approver", page, page + "/rejection", page + "/changes-request");
        check("admin", page + "/hand-over");
    }

    @Test
    void theWebmastersForms() throws Exception {
        String waiting = "/staff/publications/" + workplace.approved("ข้อมูลที่รอเผยแพร่");
        workplace.shown(workplace.signedIn("webmaster"), waiting, "ข้อมูลที่รอเผยแพร่");
        check("webmaster", waiting, waiting + "/return", waiting + "/return-to-approver");
        String shown = "/staff/publications/" + workplace.published("ข้อมูลบนเว็บไซต์");
        check("webmaster", shown + "/take-down", shown + "/hold", shown + "/correction/title");
    }

    @Test
    void theAdministratorsForms() throws Exception {
        check(
                "admin",
                ADMINISTRATION + "new-account",
                ADMINISTRATION + "accounts/officer2",
                ADMINISTRATION + "new-appointment-order",
                ADMINISTRATION + "new-category",
                ADMINISTRATION + "categories/news",
                ADMINISTRATION + "categories/news/guideline",
                ADMINISTRATION + "new-office",
                ADMINISTRATION + "offices/wang-saphung",
                ADMINISTRATION + "offices/wang-saphung/public-holidays",
                ADMINISTRATION + "offices/wang-saphung/new-reason",
                ADMINISTRATION + "new-work-group",
                ADMINISTRATION + "new-office-client");
    }

    private static void check(String who, String... pages) {
        List<String> found = new ArrayList<>();
        try (Chromium browser = Chromium.open(workplace.address())) {
            workplace.signIn(browser, who);
            for (String page : pages) {
                browser.visit(page);
                browser.await(SENT_WRONG).forEach(fault -> found.add(page + ": " + fault));
            }
        }
        assertThat(found).isEmpty();
    }
}
