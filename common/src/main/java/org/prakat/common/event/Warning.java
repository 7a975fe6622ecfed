package org.prakat.common.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What looks wrong with a request but may be right: the approver must see it and answer it.
 *
 * @param code {@code PROBABLY_OUTDATED}, {@code LIKELY_DUPLICATE} or {@code PERSONAL_DATA}
 * @param field of the form, or {@code attachments.} and the file's id
 * @param detail what was found, for example the id of the older request; never the personal data itself
 */
public record Warning(String code, String field, @Nullable String detail) {
    public Warning {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(field, "field");
    }
}
