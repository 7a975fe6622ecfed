package org.prakat.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.prakat.standalone.KeptSecrets;
import org.prakat.standalone.Options;
import org.prakat.standalone.Standalone;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;
import org.prakat.testing.SampleFiles;
import org.prakat.testing.SteppedClock;

/** The whole system with the people of the demo office, who sign in and work. */
final class Workplace implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int CATEGORIES = 7;

    private final Standalone system;
    private final Map<String, String> passwords;

    private Workplace(Standalone system, Map<String, String> passwords) {
        this.system = system;
        this.passwords = passwords;
    }

    static Workplace start(Path data, SteppedClock clock) throws Exception {
        Standalone system = Standalone.start(new Options(data, 0, true, clock));
        return new Workplace(system, new KeptSecrets(data).demoPasswords());
    }

    String address() {
        return system.address();
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

    /** A request that the officer has submitted, with one file; its id. */
    String submitted(String title, Map<String, Object> differently) throws Exception {
        StaffClient officer = new StaffClient(address());
        officer.signIn("officer", password("officer")).orFail();
        await("the news of the categories")
                .atMost(PATIENCE)
                .until(() -> officer.get("/api/form-choices")
                                .body()
                                .get("categories")
                                .size()
                        == CATEGORIES);
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
        officer.post(path + "/submission", attached.tag(), Map.of()).orFail();
        return begun.text("id");
    }

    /** Shows a page as soon as the news of what it shows have come round. */
    PlainBrowser shown(PlainBrowser browser, String page, String text) {
        await("the news of " + text).atMost(PATIENCE).until(() -> {
            browser.visit(page);
            return browser.status() == 200 && browser.body().contains(text);
        });
        return browser;
    }

    @Override
    public void close() throws Exception {
        system.close();
    }
}
