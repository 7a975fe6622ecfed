package org.prakat.gateway.adapter.in.web;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.prakat.common.web.UnchangedPages;
import org.prakat.common.web.UnchangedPages.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks publishing-service whether kept pages are still the same (RFC 9111, section 4.3), by one call for all that is to be asked within
 * a moment: a call for each would cost both as much as fetching it.
 */
final class Revalidation {

    private static final Logger log = LoggerFactory.getLogger(Revalidation.class);

    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final Duration IDLE_TIME = Duration.ofSeconds(10);

    private final RestClient http;
    private final URI address;
    private final InstantSource clock;
    private final BlockingQueue<Pending> gathered = new LinkedBlockingQueue<>();
    private final AtomicBoolean gathering = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor asking;

    /** @param service the public site as publishing-service serves it */
    Revalidation(RestClient http, URI service, InstantSource clock) {
        this.http = http;
        this.address = service.resolve(UnchangedPages.PATH);
        this.clock = clock;
        CustomizableThreadFactory threads = new CustomizableThreadFactory("public-pages-revalidation-");
        threads.setDaemon(true);
        this.asking = new ScheduledThreadPoolExecutor(1, threads);
        asking.setKeepAliveTime(IDLE_TIME.toMillis(), TimeUnit.MILLISECONDS);
        asking.allowCoreThreadTimeOut(true);
    }

    private record Pending(Kept page, CompletableFuture<Optional<Instant>> answer) {}

    /** Until when the page may be kept, UTC; empty: it has to be fetched, since it changed or nobody knows. */
    CompletableFuture<Optional<Instant>> keptUntil(Kept page) {
        Pending pending = new Pending(page, new CompletableFuture<>());
        gathered.add(pending);
        askSoon();
        return pending.answer();
    }

    /** Does not wait for more questions, since a reader waits for an answer. */
    void askAtOnce() {
        asking.execute(this::ask);
    }

    private void askSoon() {
        if (gathering.compareAndSet(false, true)) {
            asking.schedule(this::ask, GATHERING.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void ask() {
        gathering.set(false);
        List<Pending> asked = new ArrayList<>();
        gathered.drainTo(asked, UnchangedPages.MOST);
        if (!gathered.isEmpty()) {
            askSoon();
        }
        if (asked.isEmpty()) {
            return;
        }
        Instant begin = clock.instant();
        List<@Nullable Long> maxAges = maxAges(asked.stream().map(Pending::page).toList());
        for (int i = 0; i < asked.size(); i++) {
            Long maxAge = i < maxAges.size() ? maxAges.get(i) : null;
            asked.get(i).answer().complete(Optional.ofNullable(maxAge).map(begin::plusSeconds));
        }
    }

    /** None where publishing-service does not answer, or is so old that it does not know the question. */
    private List<@Nullable Long> maxAges(List<Kept> pages) {
        try {
            UnchangedPages.Answer answer = http.post()
                    .uri(address)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new UnchangedPages.Question(pages))
                    .retrieve()
                    .body(UnchangedPages.Answer.class);
            return answer == null ? List.of() : answer.maxAges();
        } catch (RestClientException e) {
            log.debug("{} pages are fetched", pages.size(), e);
            return List.of();
        }
    }
}
