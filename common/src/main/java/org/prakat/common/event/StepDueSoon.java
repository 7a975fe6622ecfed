package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/** A step is to be done soon. */
public record StepDueSoon(String requestId, int revision, ProcedureStep step, Instant dueAt) implements ExpiryEvent {
    public StepDueSoon {
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
