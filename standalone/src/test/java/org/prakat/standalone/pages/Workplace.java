package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.prakat.standalone.KeptSecrets;
import org.prakat.standalone.Options;
import org.prakat.standalone.Standalone;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;
import org.springframework.util.FileSystemUtils;

/** The whole system with the people of the demo office, who sign in and work; one for all tests of a class. */
final class Workplace implements BeforeAllCallback, AfterAllCallback {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** That both checks of the approver are in order. */
    static final Map<String, String> CHECKED = Map.of("guidelineChecked", "true", "contentChecked", "true");

    /** Where an item is to stand, for how long, and who puts it there. */
    static final Map<String, String> ASSIGNED =
            Map.of("category", "news", "unit", "DAYS", "amount", "20", "webmaster", "webmaster");

    private final SteppedClock clock;
    private @Nullable Path data;
    private @Nullable Standalone system;
    private Map<String, String> passwords = Map.of();

    /** @param clock at which everybody looks */
    Workplace(SteppedClock clock) {
        this.clock = clock;
    }

    @Override
    public void beforeAll(ExtensionContext tests) throws Exception {
        Path folder = Files.createTempDirectory("workplace");
        data = folder;
        system = Standalone.start(new Options(folder, 0, true, clock));
        passwords = new KeptSecrets(folder).demoPasswords();
    }

    @Override
    public void afterAll(ExtensionContext tests) throws Exception {
        if (system != null) {
            system.close();
        }
        FileSystemUtils.deleteRecursively(data);
    }

    Standalone system() {
        return Objects.requireNonNull(system);
    }

    String address() {
        return system().address();
    }

    String password(String userName) {
        return Objects.requireNonNull(passwords.get(userName));
    }

    PlainBrowser signedIn(String userName) throws Exception {
        PlainBrowser browser = new PlainBrowser(address()).visit("/staff");
        browser.submit("/staff/sign-in", Map.of("userName", userName, "password", password(userName)));
        assertThat(browser.path()).isEqualTo("/staff");
        return browser;
    }

    void signIn(Chromium browser, String userName) {
        browser.visit("/staff/sign-in");
        browser.type("#userName", userName);
        browser.type("#password", password(userName));
        browser.press("main button[type=submit]");
        browser.awaitText("h1", "สวัสดี");
    }

    /** A request that the approver has allowed, too; its id. */
    String approved(String title) throws Exception {
        String id = submitted(title, Map.of());
        approve(id, title);
        return id;
    }

    /** Allows the first submission of a request. */
    void approve(String id, String title) throws Exception {
        String page = "/staff/approvals/" + id + "-1";
        PlainBrowser approver = shown(signedIn("approver"), page, title);
        Map<String, String> decision = new HashMap<>(ASSIGNED);
        decision.putAll(CHECKED);
        approver.submit(page, decision);
        assertThat(approver.path()).isEqualTo("/staff/approvals?done=approved");
    }

    /** A request whose item stands on the site; its id. */
    String published(String title) throws Exception {
        String id = approved(title);
        String page = "/staff/publications/" + id;
        PlainBrowser webmaster = shown(signedIn("webmaster"), page, title);
        webmaster.submit(page, Map.of("checked", "true", "when", "now"));
        assertThat(webmaster.path()).isEqualTo(page + "?done=published");
        return id;
    }

    /** A request that the officer has submitted, with one file; its id. */
    String submitted(String title, Map<String, Object> differently) throws Exception {
        return submitted(title, differently, null);
    }

    /** The same, with a picture as a second file where one is named. */
    String submitted(String title, Map<String, Object> differently, @Nullable String picture) throws Exception {
        StaffClient officer = new StaffClient(address());
        officer.signIn("officer", password("officer")).orFail();
        Map<String, Object> form = new HashMap<>(Map.of(
                "title",
                title,
                "summary",
                "รายละเอียดของ" + title,
                "workGroup",
                "health-promotion",
                "category",
                "news",
                "source",
                "กลุ่มงานส่งเสริมสุขภาพ",
                "dataPeriod",
                Map.of("start", "2026-10-01", "end", "2026-10-31"),
                "publicationPeriod",
                Map.of("unit", "DAYS", "amount", 30),
                "urgent",
                false));
        form.putAll(differently);
        Answer begun = officer.post("/api/requests", "", form).orFail();
        String path = "/api/requests/" + begun.text("id");
        Answer attached = officer.upload(
                        path + "/attachments",
                        "ประกาศ.pdf",
                        "application/pdf",
                        BodyPublishers.ofByteArray(SampleFiles.pdf(begun.text("id"))))
                .orFail();
        if (picture != null) {
            attached = officer.upload(
                            path + "/attachments", picture, "image/png", BodyPublishers.ofByteArray(SampleFiles.png()))
                    .orFail();
        }
        officer.post(path + "/submission", attached.tag(), Map.of()).orFail();
        return begun.text("id");
    }

    /** Waits until request-service has heard of all categories of the demo office. */
    /** Shows a page as soon as the news of what it shows have come round. */
    PlainBrowser shown(PlainBrowser browser, String page, String text) {
        await("the news of " + text).atMost(PATIENCE).until(() -> {
            browser.visit(page);
            return browser.status() == 200 && browser.body().contains(text);
        });
        return browser;
    }
}
