package org.prakat.common.event;

import java.util.Objects;

/**
 * What the approver answered to a warning.
 *
 * @param answer in words
 */
public record WarningAnswer(String code, String field, String answer) {
    public WarningAnswer {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(answer, "answer");
    }
}
