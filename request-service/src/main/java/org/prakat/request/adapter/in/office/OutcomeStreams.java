package org.prakat.request.adapter.in.office;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.request.application.ReadOutcomes;
import org.prakat.request.application.ReadOutcomes.Outlook;
import org.prakat.request.application.port.Outcomes.Told;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outcomes as server-sent events. Each stream has the thread of its call, so that a reader who does not read holds up nobody
 * else; there are few at a time, and each ends after some minutes, upon which the reader comes back.
 */
final class OutcomeStreams implements ApplicationListener<ContextClosedEvent> {

    private static final int MOST_OF_AN_OFFICE = 3;
    private static final int MOST = 50;
    private static final int BATCH = 100;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final ReadOutcomes outcomes;
    private final JsonMapper json;
    private final Duration interval;
    private final Map<String, Integer> open = new HashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    OutcomeStreams(ReadOutcomes outcomes, JsonMapper json, Duration interval) {
        this.outcomes = outcomes;
        this.json = json;
        this.interval = interval;
    }

    /** Takes one of the places; to be given back. */
    synchronized Result<String> enter(Identity who) {
        int own = open.getOrDefault(who.office(), 0);
        int all = open.values().stream().mapToInt(Integer::intValue).sum();
        if (own >= MOST_OF_AN_OFFICE || all >= MOST) {
            return Result.refused(Reason.TOO_OFTEN, "TOO_MANY_STREAMS");
        }
        open.put(who.office(), own + 1);
        return Result.ok(who.office());
    }

    synchronized void leave(String office) {
        open.computeIfPresent(office, (same, count) -> count > 1 ? count - 1 : null);
    }

    /** @throws IOException when the reader is gone */
    void send(Identity who, Outlook first, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        OutputStream out = response.getOutputStream();
        out.write(("retry: " + interval.toMillis() + "\n\n").getBytes(StandardCharsets.US_ASCII));
        long start = System.nanoTime();
        long written = start;
        Outlook outlook = first;
        while (true) {
            for (Told told : outlook.items()) {
                out.write(event(told));
            }
            long now = System.nanoTime();
            boolean quiet = now - written > HEARTBEAT.toNanos();
            if (quiet) {
                out.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
            }
            if (quiet || !outlook.items().isEmpty() || written == start) {
                out.flush();
                written = now;
            }
            if (now - start > LONGEST.toNanos() || (!outlook.more() && isClosingWithin(interval))) {
                return;
            }
            outlook = outcomes.after(who, outlook.next(), BATCH).orElseThrow();
        }
    }

    private byte[] event(Told told) {
        String event = "id: " + told.number() + "\ndata: " + json.writeValueAsString(OutcomeView.of(told)) + "\n\n";
        return event.getBytes(StandardCharsets.UTF_8);
    }

    private boolean isClosingWithin(Duration time) {
        try {
            return closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Before the server waits for its calls to end. */
    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        closing.countDown();
    }
}
