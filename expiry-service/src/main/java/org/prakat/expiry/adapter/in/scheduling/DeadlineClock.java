package org.prakat.expiry.adapter.in.scheduling;

import org.prakat.expiry.application.TellWhenDue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks several times a second whether something is due; in memory, so that it costs nothing. */
public class DeadlineClock {

    private static final Logger log = LoggerFactory.getLogger(DeadlineClock.class);

    private final TellWhenDue teller;

    public DeadlineClock(TellWhenDue teller) {
        this.teller = teller;
    }

    @Scheduled(fixedDelay = 200)
    void tick() {
        try {
            teller.tick();
        } catch (RuntimeException e) {
            log.warn("deadlines are looked at again: {}", e.toString());
        }
    }
}
