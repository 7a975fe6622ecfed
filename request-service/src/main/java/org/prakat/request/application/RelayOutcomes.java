package org.prakat.request.application;

import java.util.List;
import java.util.function.Consumer;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.application.port.Outcomes.Told;
import org.prakat.request.application.port.RelayedOutcomes;

/**
 * Sends outcomes on to where an office reads them, one after the other. How far it got is kept after sending, so that a crash
 * repeats some and loses none. Whoever sends one has seen all before it sent: first arrivals are in order.
 */
public final class RelayOutcomes {

    private static final int BATCH = 100;

    private final Outcomes outcomes;
    private final RelayedOutcomes relayed;

    public RelayOutcomes(Outcomes outcomes, RelayedOutcomes relayed) {
        this.outcomes = outcomes;
        this.relayed = relayed;
    }

    /**
     * Sends what an office was not sent yet.
     *
     * @param send returns when the outcome has arrived, and throws when it has not
     */
    public void relay(String office, Consumer<Told> send) {
        long last = relayed.last(office);
        List<Told> waiting = outcomes.after(office, last, BATCH);
        while (!waiting.isEmpty()) {
            last = relay(office, last, waiting, send);
            waiting = outcomes.after(office, last, BATCH);
        }
    }

    private long relay(String office, long before, List<Told> waiting, Consumer<Told> send) {
        long last = before;
        try {
            for (Told told : waiting) {
                send.accept(told);
                last = told.number();
            }
            return last;
        } finally {
            if (last > before) {
                relayed.reached(office, last);
            }
        }
    }
}
