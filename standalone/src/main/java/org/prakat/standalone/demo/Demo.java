package org.prakat.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.standalone.KeptSecrets;
import org.prakat.standalone.demo.StaffClient.Answer;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./prakat demo}: the whole procedure, from the form to the page on the site, by the people of the demo office and
 * with real documents. Prints each step and leaves the published page to look at.
 */
public final class Demo {

    /** A document that comes with the program. */
    private record Sample(String resource, String fileName, String mediaType) {}

    private static final List<Sample> SAMPLES = List.of(
            new Sample("announcement.pdf", "ประกาศรณรงค์ป้องกันไข้เลือดออก.pdf", "application/pdf"),
            new Sample(
                    "plan.docx",
                    "แผนการลงพื้นที่.docx",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            new Sample(
                    "figures.xlsx",
                    "จำนวนผู้ป่วยรายตำบล.xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            new Sample("poster.jpg", "โปสเตอร์.jpg", "image/jpeg"));

    private static final String CATEGORY = "news";
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int STEP_MILLIS = 100;

    private final String gateway;
    private final Map<String, String> passwords;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private int step;

    private Demo(String gateway, Map<String, String> passwords) {
        this.gateway = gateway;
        this.passwords = passwords;
    }

    public static void main(String[] arguments) throws Exception {
        String port = "8080";
        Path data = Path.of("data");
        for (String argument : arguments) {
            if (argument.startsWith("--port=")) {
                port = argument.substring("--port=".length());
            } else if (argument.startsWith("--data=")) {
                data = Path.of(argument.substring("--data=".length()));
            } else {
                throw new IllegalArgumentException("unknown argument: " + argument);
            }
        }
        new Demo("http://127.0.0.1:" + port, new KeptSecrets(data).demoPasswords()).play();
    }

    private void play() throws Exception {
        String id = submit();
        approve(id);
        String address = publish(id);
        showTimeline(id);
        out.println();
        out.println("The page: " + gateway + address);
    }

    private StaffClient signedIn(String userName) throws IOException, InterruptedException {
        StaffClient client = new StaffClient(gateway);
        client.signIn(userName, Objects.requireNonNull(passwords.get(userName))).orFail();
        return client;
    }

    private String submit() throws Exception {
        StaffClient officer = signedIn("officer");
        say("The officer signs in and fills in the form");
        Answer request = officer.post("/api/requests", "", form()).orFail();
        String path = "/api/requests/" + request.text("id");
        for (Sample sample : SAMPLES) {
            request = officer.upload(
                            path + "/attachments",
                            sample.fileName(),
                            sample.mediaType(),
                            BodyPublishers.ofByteArray(content(sample)))
                    .orFail();
            say("attaches " + sample.fileName());
        }
        officer.post(path + "/submission", request.tag(), Map.of()).orFail();
        say("and submits request " + request.text("id"));
        return request.text("id");
    }

    private static Map<String, Object> form() {
        LocalDate today = OfficeZone.dateOf(Clock.systemUTC().instant());
        LocalDate lastMonth = today.minusMonths(1);
        return Map.of(
                "title", "รณรงค์ป้องกันโรคไข้เลือดออก อำเภอวังสะพุง",
                "summary",
                        "กำหนดการลงพื้นที่ จำนวนผู้ป่วยรายตำบล และคำแนะนำสำหรับประชาชนในการกำจัดแหล่งเพาะพันธุ์ยุงลาย",
                "workGroup", "health-promotion",
                "category", CATEGORY,
                "source", "กลุ่มงานส่งเสริมสุขภาพ สำนักงานสาธารณสุขอำเภอวังสะพุง",
                "dataPeriod",
                        Map.of(
                                "start", lastMonth.withDayOfMonth(1).toString(),
                                "end", today.minusDays(1).toString()),
                "publicationPeriod", Map.of("unit", "DAYS", "amount", 30),
                "remark", "ขอเผยแพร่โดยเร็ว",
                "urgent", false);
    }

    private static byte[] content(Sample sample) throws IOException {
        try (InputStream stream = Demo.class.getResourceAsStream("/demo/" + sample.resource())) {
            return Objects.requireNonNull(stream, sample.resource()).readAllBytes();
        }
    }

    private void approve(String id) throws Exception {
        StaffClient approver = signedIn("approver");
        Answer found = await(() -> approver.get("/api/approvals/" + id + "-1"), answer -> answer.status() == 200);
        say("The approver finds it in the inbox: "
                + found.body().get("form").get("title").asString());
        String webmaster = approver.get("/api/approvals/choices")
                .orFail()
                .body()
                .get("webmasters")
                .get(0)
                .get("id")
                .asString();
        approver.post(
                        "/api/approvals/" + id + "-1/approval",
                        found.tag(),
                        Map.of(
                                "guidelineChecked",
                                true,
                                "contentChecked",
                                true,
                                "category",
                                CATEGORY,
                                "publicationPeriod",
                                Map.of("unit", "DAYS", "amount", 30),
                                "webmaster",
                                webmaster,
                                "remark",
                                "เห็นชอบ",
                                "answers",
                                answers(found)))
                .orFail();
        say("confirms checks 2.1 and 2.2, and assigns the webmaster");
    }

    /** A demo that is played again asks to publish the same once more, which raises doubts. */
    private static List<Map<String, String>> answers(Answer found) {
        return found.body()
                .get("warnings")
                .valueStream()
                .map(warning -> Map.of(
                        "code", warning.get("code").asString(),
                        "field", warning.get("field").asString(),
                        "answer", "เป็นการสาธิต"))
                .toList();
    }

    private String publish(String id) throws Exception {
        StaffClient webmaster = signedIn("webmaster");
        String path = "/api/publications/" + id;
        Answer assigned = await(() -> webmaster.get(path), answer -> answer.status() == 200);
        say("The webmaster sees the assignment");
        webmaster
                .post(path + "/publication", assigned.tag(), Map.of("checked", true))
                .orFail();
        say("makes check 3.1 and publishes it");
        StaffClient officer = signedIn("officer");
        Answer published =
                await(() -> officer.get("/api/requests/" + id), answer -> "PUBLISHED".equals(answer.text("status")));
        JsonNode standing = published.body().get("publication");
        say("It stands on the site as number " + standing.get("publishingOrder") + "/" + standing.get("fiscalYear")
                + " until " + standing.get("expiresAt").asString());
        return standing.get("address").asString();
    }

    private void showTimeline(String id) throws Exception {
        StaffClient officer = signedIn("officer");
        say("The owner sees the timeline");
        for (JsonNode entry :
                officer.get("/api/requests/" + id + "/timeline").orFail().body()) {
            String by =
                    entry.get("by").isNull() ? "" : entry.get("by").get("name").asString();
            out.printf(
                    "     %s  %-10s %s%n",
                    entry.get("at").asString(), entry.get("step").asString(), by);
        }
        say("and has " + officer.get("/api/notices").orFail().body().get("unread") + " unread notices");
    }

    private interface Call {
        Answer make() throws IOException, InterruptedException;
    }

    /** Asks again until it is so: news travels between the services by events. */
    private static Answer await(Call call, Predicate<Answer> so) throws Exception {
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += STEP_MILLIS) {
            Answer answer = call.make();
            if (so.test(answer)) {
                return answer;
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
        throw new IllegalStateException("it did not become so within " + PATIENCE_MILLIS + " ms");
    }

    private void say(String what) {
        out.printf("%3d. %s%n", ++step, what);
    }
}
