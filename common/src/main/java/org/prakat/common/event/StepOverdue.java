package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/** A step was not done in its time. */
public record StepOverdue(String requestId, int revision, ProcedureStep step, Instant dueAt) implements ExpiryEvent {
    public StepOverdue {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
