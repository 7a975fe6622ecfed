package org.prakat.common.event;

import java.time.Instant;
import java.util.Objects;

/**
 * An approval by word of mouth (อนุมัติทางวาจา), in an urgent case (2.2).
 *
 * @param recordedBy who wrote down what the approver said
 * @param saidAt when it was said, UTC
 * @param means for example {@code TELEPHONE}
 * @param note a witness, or whatever else bears it out
 * @param confirmation until when the approver must confirm it in writing
 */
public record VerbalApproval(Person recordedBy, Instant saidAt, String means, String note, Due confirmation) {
    public VerbalApproval {
        Objects.requireNonNull(recordedBy, "recordedBy");
        Objects.requireNonNull(saidAt, "saidAt");
        Objects.requireNonNull(means, "means");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(confirmation, "confirmation");
    }
}
