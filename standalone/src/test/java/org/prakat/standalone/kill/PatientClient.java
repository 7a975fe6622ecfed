package org.prakat.standalone.kill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.standalone.demo.StaffClient;
import org.prakat.standalone.demo.StaffClient.Answer;

/**
 * A careful program: where an answer is lost, it looks what became of its call before it calls again. The entity tags see to
 * it that a repetition does nothing twice.
 */
final class PatientClient {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int OUT_OF_ORDER = 500;
    private static final int NOT_SIGNED_IN = 401;

    private final KillableSystem system;
    private final String userName;
    private @Nullable StaffClient session;

    PatientClient(KillableSystem system, String userName) {
        this.system = system;
        this.userName = userName;
    }

    private interface Call {
        Answer make(StaffClient client) throws IOException, InterruptedException;
    }

    /** The answer to one try; empty when none came, or one that means "try again". */
    private Optional<Answer> tryOnce(Call call) throws InterruptedException {
        try {
            StaffClient client = session;
            if (client == null) {
                client = new StaffClient(system.address());
                if (client.signIn(userName, system.passwords().get(userName)).status() != 200) {
                    return Optional.empty();
                }
                session = client;
            }
            Answer answer = call.make(client);
            if (answer.status() == NOT_SIGNED_IN) {
                session = null;
            }
            boolean usable = answer.status() < OUT_OF_ORDER && answer.status() != NOT_SIGNED_IN;
            return usable ? Optional.of(answer) : Optional.empty();
        } catch (IOException lost) {
            return Optional.empty();
        }
    }

    private Answer until(Call call) {
        return await().atMost(PATIENCE)
                .until(() -> tryOnce(call), Optional::isPresent)
                .orElseThrow();
    }

    Answer get(String path) {
        return until(client -> client.get(path));
    }

    /** Waits until there is such a thing. */
    Answer awaitFound(String path) {
        return await().atMost(PATIENCE).until(() -> get(path), answer -> answer.status() == 200);
    }

    /** Makes a draft. One whose answer was lost stays behind as a draft and is nobody's loss. */
    Answer begin(Object draft) {
        return until(client -> client.post("/api/requests", "", draft));
    }

    /** Attaches a file, unless it turns out to be attached already. */
    Answer attach(String path, String fileName, byte[] content) {
        while (true) {
            Answer before = get(path);
            if (before.body().get("attachments").size() > 0) {
                return before;
            }
            Optional<Answer> attached = once(client -> client.upload(
                    path + "/attachments", fileName, "application/pdf", BodyPublishers.ofByteArray(content)));
            if (attached.isPresent()) {
                return attached.get();
            }
        }
    }

    /** Decides something, unless it turns out to be decided already. */
    Answer decide(String path, String what, Object body, String undecided) {
        while (true) {
            Answer before = awaitFound(path);
            if (!before.text("status").equals(undecided)) {
                return before;
            }
            Optional<Answer> decided = once(client -> client.post(path + what, before.tag(), body));
            if (decided.isPresent() && decided.get().status() == 200) {
                return decided.get();
            }
        }
    }

    private Optional<Answer> once(Call call) {
        try {
            return tryOnce(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> approval() {
        return Map.of(
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
    }

    static Map<String, Object> draft(String title) {
        return Map.of(
                "title",
                title,
                "summary",
                "สรุป",
                "workGroup",
                "health-promotion",
                "category",
                "news",
                "source",
                "งานทดสอบ",
                "dataPeriod",
                Map.of("start", "2026-10-01", "end", "2026-10-31"),
                "publicationPeriod",
                Map.of("unit", "DAYS", "amount", 30),
                "urgent",
                false);
    }
}
