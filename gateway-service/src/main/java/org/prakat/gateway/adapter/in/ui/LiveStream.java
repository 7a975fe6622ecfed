package org.prakat.gateway.adapter.in.ui;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.prakat.common.domain.Identity;
import org.prakat.gateway.application.AnnounceNews;
import org.prakat.gateway.application.SignIn;
import org.prakat.gateway.config.GatewayProperties;
import org.prakat.gateway.domain.Session;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open stream to a page of somebody who has signed in. It says that something changed, and nothing of what; first after a
 * moment, in which more may happen, and once more later, since a service may need longer to hear of an event than we do.
 */
final class LiveStream implements AnnounceNews.Screen {

    /** It ends when its browser, its session or this replica does. */
    private static final long NO_TIMEOUT = 0;

    private final SignIn.Current current;
    private final GatewayProperties.Live settings;
    private final ScheduledExecutorService timer;
    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private final AtomicBoolean soon = new AtomicBoolean();
    private final AtomicBoolean later = new AtomicBoolean();

    LiveStream(SignIn.Current current, GatewayProperties.Live settings, ScheduledExecutorService timer) {
        this.current = current;
        this.settings = settings;
        this.timer = timer;
    }

    SseEmitter emitter() {
        return emitter;
    }

    Session session() {
        return current.session();
    }

    @Override
    public Identity who() {
        return current.identity();
    }

    @Override
    public void stir() {
        tell(soon, settings.gather());
        tell(later, settings.gather().plus(settings.again()));
    }

    private void tell(AtomicBoolean planned, Duration after) {
        if (planned.compareAndSet(false, true)) {
            timer.schedule(
                    () -> {
                        planned.set(false);
                        send(SseEmitter.event().name("changed").data(""));
                    },
                    after.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    /** Shows everybody on the way that it is still in use, and us whether the browser is still there. */
    void beat() {
        send(SseEmitter.event().comment(""));
    }

    private void send(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            // The browser has gone; the server ends the stream.
            emitter.completeWithError(e);
        }
    }

    void end() {
        emitter.complete();
    }
}
