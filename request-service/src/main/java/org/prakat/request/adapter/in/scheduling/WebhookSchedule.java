package org.prakat.request.adapter.in.scheduling;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.prakat.request.application.DeliverOutcomes;
import org.prakat.request.application.port.Webhooks.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Gives each office whose turn it is a thread of its own, so that a slow one holds up nobody else. */
public class WebhookSchedule implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WebhookSchedule.class);
    private static final int MOST_AT_ONCE = 200;

    private final DeliverOutcomes deliver;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    public WebhookSchedule(DeliverOutcomes deliver) {
        this.deliver = deliver;
        this.threads = Executors.newCachedThreadPool(turn -> new Thread(turn, "webhooks"));
    }

    @Scheduled(fixedDelayString = "${prakat.offices.webhooks.interval:2s}")
    void begin() {
        Set<String> had = new HashSet<>();
        try {
            while (places.tryAcquire()) {
                Optional<Turn> turn = next(had);
                if (turn.isEmpty()) {
                    return;
                }
                had.add(turn.get().office());
                threads.execute(() -> carryOut(turn.get()));
            }
        } catch (RuntimeException e) {
            log.warn("webhooks are told later: {}", e.toString());
        }
    }

    /** Holds its place only when there is somebody to take it. */
    private Optional<Turn> next(Set<String> had) {
        Optional<Turn> turn = Optional.empty();
        try {
            turn = deliver.nextTurn(had);
            return turn;
        } finally {
            if (turn.isEmpty()) {
                places.release();
            }
        }
    }

    private void carryOut(Turn turn) {
        try {
            deliver.carryOut(turn);
        } catch (RuntimeException e) {
            log.warn("the webhook of {} is told later: {}", turn.office(), e.toString());
        } finally {
            places.release();
        }
    }

    @Scheduled(fixedDelayString = "${prakat.offices.sweep-interval:1h}")
    void forgetOld() {
        try {
            deliver.forgetOld();
        } catch (RuntimeException e) {
            log.warn("old deliveries are forgotten later: {}", e.toString());
        }
    }

    /** What is under way is broken off, and comes again. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
