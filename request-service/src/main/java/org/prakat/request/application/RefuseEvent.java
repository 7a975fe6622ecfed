package org.prakat.request.application;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.domain.Outcome;
import org.prakat.request.domain.Problem;

/** Tells another office that an event was not taken, where it cannot be answered at once. */
public final class RefuseEvent {

    private final Outcomes outcomes;
    private final InstantSource clock;

    public RefuseEvent(Outcomes outcomes, InstantSource clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Tells it once.
     *
     * @param id of the refusal: the same id is the same refusal
     * @param eventId of the office's event, where it can be read
     */
    public void refuse(String office, String id, @Nullable String eventId, Problem problem) {
        outcomes.add(Outcome.refused(id, office, eventId, clock.instant(), problem));
    }
}
