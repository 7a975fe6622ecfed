package org.prakat.bench;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;

/** The steps of the procedure, as programs of the people would take them. */
final class Procedure {

    private static final Map<String, Object> APPROVAL = Map.of(
            "guidelineChecked",
            true,
            "contentChecked",
            true,
            "category",
            "news",
            "publicationPeriod",
            Map.of("unit", "DAYS", "amount", 30),
            "webmaster",
            "webmaster");

    private Procedure() {}

    /** A request that can be submitted; its id. */
    static String draft(StaffClient officer, String title) throws Exception {
        return officer.post(
                        "/api/requests",
                        "",
                        Map.of(
                                "title", title,
                                "summary", "สรุป",
                                "workGroup", "health-promotion",
                                "category", "news",
                                "source", "งานทดสอบ",
                                "dataPeriod", Map.of("start", "2026-10-01", "end", "2026-10-31"),
                                "publicationPeriod", Map.of("unit", "DAYS", "amount", 30),
                                "externalLink", "https://example.go.th/",
                                "urgent", false))
                .text("id");
    }

    static void submit(StaffClient officer, String id) throws Exception {
        String request = "/api/requests/" + id;
        officer.post(request + "/submission", officer.get(request).tag(), Map.of());
    }

    static void approve(StaffClient approver, String id) throws Exception {
        String approvalCase = "/api/approvals/" + id + "-1";
        approver.post(approvalCase + "/approval", awaitTag(approver, approvalCase), APPROVAL);
    }

    /** What the webmaster does once the news of the approval have come. */
    static void publish(StaffClient webmaster, String id) throws Exception {
        String publication = "/api/publications/" + id;
        webmaster.post(publication + "/publication", awaitTag(webmaster, publication), Map.of("checked", true));
    }

    static String awaitTag(StaffClient client, String path) throws Exception {
        while (true) {
            Answer answer = client.get(path);
            if (answer.status() == 200) {
                return answer.tag();
            }
            pause(5);
        }
    }

    /** People do not look again at once, and looking costs the processors that the work needs. */
    static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
