package org.prakat.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.standalone.demo.Demo;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;
import org.springframework.http.HttpStatus;

/** Takes requests through the whole procedure, one after the other, as three people at the gateway. */
final class Course {

    /** What is told of the calls and of what had to be waited for. */
    interface Watch {

        Watch NOBODY = new Watch() {
            @Override
            public void refused(String call, String why) {}

            @Override
            public void waited(String forWhat, Duration time) {}
        };

        /** A call was answered by no service. */
        void refused(String call, String why);

        /** News took so long from one service to the next. */
        void waited(String forWhat, Duration time);
    }

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int STEP_MILLIS = 100;
    private static final Duration AHEAD = Duration.ofSeconds(2);

    private final StaffClient officer;
    private final StaffClient approver;
    private final StaffClient webmaster;
    private final byte[] document;
    private final Watch watch;

    Course(String gateway, String password, Watch watch) throws IOException, InterruptedException {
        officer = signedIn(gateway, "officer", password);
        approver = signedIn(gateway, "approver", password);
        webmaster = signedIn(gateway, "webmaster", password);
        this.watch = watch;
        try (InputStream sample = Demo.class.getResourceAsStream("/demo/announcement.pdf")) {
            document = Objects.requireNonNull(sample).readAllBytes();
        }
    }

    private static StaffClient signedIn(String gateway, String user, String password)
            throws IOException, InterruptedException {
        StaffClient client = new StaffClient(gateway);
        client.signIn(user, password).orFail();
        return client;
    }

    /**
     * From the form to the site.
     *
     * @param atASetTime whether expiry-service is to say when it appears
     * @return the id of the request, which everybody concerned has seen published
     */
    String run(boolean atASetTime) throws IOException, InterruptedException {
        String id = write();
        submit(id);
        approve(id);
        publish(id, atASetTime);
        return id;
    }

    /**
     * Begins a request.
     *
     * @return the id of its draft
     */
    String write() throws IOException, InterruptedException {
        Answer made =
                insist("write", () -> officer.post("/api/requests", "", form())).orFail();
        return made.text("id");
    }

    private void submit(String id) throws IOException, InterruptedException {
        String path = "/api/requests/" + id;
        Answer attached = insist(
                        "attach",
                        () -> officer.upload(
                                path + "/attachments",
                                "ประกาศ.pdf",
                                "application/pdf",
                                BodyPublishers.ofByteArray(document)))
                .orFail();
        decide(officer, "submit", path, path + "/submission", attached.tag(), Map.of(), "DRAFT");
    }

    private static Map<String, Object> form() {
        LocalDate today = OfficeZone.dateOf(Clock.systemUTC().instant());
        return Map.of(
                "title",
                "ประกาศเลขที่ " + UUID.randomUUID(),
                "summary",
                "ประกาศสำหรับทดลองระบบ",
                "workGroup",
                "health-promotion",
                "category",
                "news",
                "source",
                "กลุ่มงานส่งเสริมสุขภาพ",
                "dataPeriod",
                Map.of(
                        "start",
                        today.minusDays(2).toString(),
                        "end",
                        today.minusDays(1).toString()),
                "publicationPeriod",
                Map.of("unit", "DAYS", "amount", 30),
                "urgent",
                false);
    }

    private void approve(String id) throws IOException, InterruptedException {
        String path = "/api/approvals/" + id + "-1";
        Answer found = await(
                "the approver sees it",
                Clock.systemUTC().instant(),
                () -> approver.get(path),
                answer -> answer.status() == HttpStatus.OK.value());
        List<Map<String, String>> answers = found.body()
                .get("warnings")
                .valueStream()
                .map(warning -> Map.of(
                        "code", warning.get("code").asString(),
                        "field", warning.get("field").asString(),
                        "answer", "เป็นการทดลอง"))
                .toList();
        String assigned = insist("choices", () -> approver.get("/api/approvals/choices"))
                .orFail()
                .body()
                .get("webmasters")
                .get(0)
                .get("id")
                .asString();
        Map<String, Object> approval = Map.of(
                "guidelineChecked",
                true,
                "contentChecked",
                true,
                "category",
                "news",
                "publicationPeriod",
                Map.of("unit", "DAYS", "amount", 30),
                "webmaster",
                assigned,
                "answers",
                answers);
        decide(approver, "approve", path, path + "/approval", found.tag(), approval, found.text("status"));
    }

    private void publish(String id, boolean atASetTime) throws IOException, InterruptedException {
        String path = "/api/publications/" + id;
        Answer found = await(
                "the webmaster sees it",
                Clock.systemUTC().instant(),
                () -> webmaster.get(path),
                answer -> answer.status() == HttpStatus.OK.value());
        Instant due = Clock.systemUTC().instant();
        Map<String, Object> instruction = Map.of("checked", true);
        if (atASetTime) {
            due = due.plus(AHEAD);
            instruction = Map.of("checked", true, "publishAt", due.toString());
        }
        decide(webmaster, "publish", path, path + "/publication", found.tag(), instruction, found.text("status"));
        await(
                atASetTime ? "it appears when it is due" : "the owner sees it published",
                atASetTime ? due : Clock.systemUTC().instant(),
                () -> officer.get("/api/requests/" + id),
                answer -> "PUBLISHED".equals(answer.text("status")));
    }

    private interface Call {
        Answer make() throws IOException, InterruptedException;
    }

    /** A person whose click came to nothing looks whether it was heard all the same, before clicking again. */
    private void decide(
            StaffClient who, String name, String path, String action, String tag, Object body, String before)
            throws IOException, InterruptedException {
        Answer answer = insist(name, () -> {
            Answer tried = who.post(action, tag, body);
            boolean tooLate = tried.status() == HttpStatus.PRECONDITION_FAILED.value()
                    || tried.status() == HttpStatus.CONFLICT.value();
            if (tooLate) {
                Answer now = who.get(path);
                return before.equals(now.text("status")) ? tried : now;
            }
            return tried;
        });
        answer.orFail();
    }

    private Answer await(String what, Instant since, Call call, Predicate<Answer> so)
            throws IOException, InterruptedException {
        Instant end = since.plus(PATIENCE);
        while (true) {
            Answer answer = insist(what, call);
            if (so.test(answer)) {
                watch.waited(what, Duration.between(since, Clock.systemUTC().instant()));
                return answer;
            }
            if (Clock.systemUTC().instant().isAfter(end)) {
                throw new IllegalStateException("not within " + PATIENCE + ": " + what + "; " + answer);
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }

    /** Calls again while no service answers; each time is told. */
    private Answer insist(String name, Call call) throws IOException, InterruptedException {
        Instant end = Clock.systemUTC().instant().plus(PATIENCE);
        while (true) {
            String why;
            try {
                Answer answer = call.make();
                if (answer.status() < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                    return answer;
                }
                why = String.valueOf(answer.status());
            } catch (IOException e) {
                why = e.toString();
            }
            watch.refused(name, why);
            if (Clock.systemUTC().instant().isAfter(end)) {
                throw new IOException("nobody answers within " + PATIENCE + ": " + name + "; " + why);
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
        }
    }
}
