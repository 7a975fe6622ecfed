package org.prakat.common.event;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The office's announcement of its publication guideline, as the form names it.
 *
 * @param year Buddhist
 */
public record Announcement(String title, String issuer, @Nullable String number, int year) {
    public Announcement {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(issuer, "issuer");
    }
}
