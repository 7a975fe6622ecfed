package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * On what condition an answer may be given once more by this process without being made anew.
 *
 * @param changesAt from when on it says something else, UTC; absent: that is not known. Caches elsewhere are told, too
 * @param renewedFrom from when on one caller makes it anew, while others still get it, UTC
 * @param keptUntil nobody gets it any more, UTC
 * @param unchanged whether what it was made from is still the same; asked each time
 */
record Keeping(@Nullable Instant changesAt, Instant renewedFrom, Instant keptUntil, BooleanSupplier unchanged) {

    private static final String ATTRIBUTE = Keeping.class.getName();

    /** Leaves word of it for {@link KeptAnswers}. */
    void tell(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Keeping> of(HttpServletRequest request) {
        return Optional.ofNullable((Keeping) request.getAttribute(ATTRIBUTE));
    }

    boolean holdsAt(Instant now) {
        return now.isBefore(keptUntil) && (changesAt == null || now.isBefore(changesAt)) && unchanged.getAsBoolean();
    }
}
