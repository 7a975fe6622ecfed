package org.prakat.common.audit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a checkpoint of every chain that has grown: into the service's log, which administrators collect elsewhere anyway, and
 * to where checkpoints are kept.
 */
public final class TakeCheckpoints implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TakeCheckpoints.class);

    private final AuditTrail trail;
    private final KeptCheckpoints kept;
    private final Map<String, Long> last = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "audit-checkpoints");
        thread.setDaemon(true);
        return thread;
    });

    public TakeCheckpoints(AuditTrail trail, KeptCheckpoints kept) {
        this.trail = trail;
        this.kept = kept;
    }

    public void every(Duration interval) {
        worker.scheduleWithFixedDelay(
                this::takeOrWarn, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Takes them now. */
    public void take() {
        for (String office : trail.offices()) {
            Checkpoint checkpoint = trail.checkpoint(office);
            if (checkpoint.number() > last.getOrDefault(office, 0L)) {
                log.info("{}", checkpoint);
                kept.keep(checkpoint);
                last.put(office, checkpoint.number());
            }
        }
    }

    private void takeOrWarn() {
        try {
            take();
        } catch (RuntimeException e) {
            log.warn("no checkpoint could be taken, it is tried again: {}", e.toString());
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
