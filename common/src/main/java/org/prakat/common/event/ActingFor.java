package org.prakat.common.event;

import java.util.Objects;

/**
 * In whose place a deputy decided.
 *
 * @param head who is away
 * @param capacity {@code ACTING_ON_BEHALF} (ปฏิบัติราชการแทน) or {@code IN_CHARGE} (รักษาราชการแทน)
 */
public record ActingFor(Person head, String capacity) {
    public ActingFor {
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(capacity, "capacity");
    }
}
