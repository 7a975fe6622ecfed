package org.prakat.gateway.adapter.in.ui;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.prakat.gateway.application.AnnounceNews;
import org.prakat.gateway.application.SignIn;
import org.prakat.gateway.config.GatewayProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The streams to the pages that this replica's people look at. None has a thread of its own, and none outlives its session. */
final class LiveStreams implements ApplicationListener<ContextClosedEvent> {

    private static final Logger log = LoggerFactory.getLogger(LiveStreams.class);
    private static final int THREADS = 2;

    private final AnnounceNews news;
    private final SignIn signIn;
    private final GatewayProperties.Live settings;
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "live-streams");
        thread.setDaemon(true);
        return thread;
    });
    private boolean closed;

    LiveStreams(AnnounceNews news, SignIn signIn, GatewayProperties.Live settings) {
        this.news = news;
        this.signIn = signIn;
        this.settings = settings;
        long interval = settings.heartbeat().toMillis();
        timer.scheduleWithFixedDelay(() -> streams.forEach(this::beat), interval, interval, TimeUnit.MILLISECONDS);
    }

    /** A stream for a page; none, where this person has as many as one may have. */
    synchronized Optional<SseEmitter> open(SignIn.Current current) {
        String person = current.identity().person().id();
        long own = streams.stream()
                .filter(stream -> stream.who().person().id().equals(person))
                .count();
        if (closed || own >= settings.mostOfAPerson()) {
            return Optional.empty();
        }
        LiveStream stream = new LiveStream(current, settings, timer);
        stream.emitter().onCompletion(() -> leave(stream));
        streams.add(stream);
        news.open(stream);
        // The answer begins now, so that the browser knows that it is heard.
        stream.beat();
        return Optional.of(stream.emitter());
    }

    private void leave(LiveStream stream) {
        streams.remove(stream);
        news.close(stream);
    }

    private void beat(LiveStream stream) {
        try {
            if (signIn.isGood(stream.session())) {
                stream.beat();
            } else {
                stream.end();
            }
        } catch (RuntimeException e) {
            // Whether the session is good cannot be asked at the moment; what the stream says is no secret.
            log.debug("a stream was passed over: {}", e.toString());
        }
    }

    /** Before the server waits for its calls to end. */
    @Override
    public synchronized void onApplicationEvent(ContextClosedEvent event) {
        closed = true;
        streams.forEach(LiveStream::end);
        timer.shutdownNow();
    }
}
