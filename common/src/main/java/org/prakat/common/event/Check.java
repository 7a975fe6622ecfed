package org.prakat.common.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A check of the procedure that a person made and found in order.
 *
 * @param step the number of the check in the procedure, for example {@code 2.1}
 * @param remark what the person wished to note
 */
public record Check(String step, @Nullable String remark) {

    public Check {
        Objects.requireNonNull(step, "step");
    }
}
