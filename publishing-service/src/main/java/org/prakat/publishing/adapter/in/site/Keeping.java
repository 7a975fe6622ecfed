package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * On what condition an answer may be given once more by this process without being made anew.
 *
 * @param changesAt from when on it says something else, UTC; absent: that is not known. Caches elsewhere are told, too
 * @param renewedFrom from when on one caller makes it anew, while others still get it, UTC
 * @param keptUntil nobody gets it any more, UTC
 * @param source must still be the same
 */
record Keeping(@Nullable Instant changesAt, Instant renewedFrom, Instant keptUntil, Source source) {

    private static final String ATTRIBUTE = Keeping.class.getName();

    /** What an answer was made from. */
    sealed interface Source {

        /**
         * Whether it is still the same.
         *
         * @param versions of the items that there are, by id; 0 for all others
         * @param changes of what stands on the site, by this process
         */
        boolean isUnchanged(ToLongFunction<String> versions, long changes);

        /** One item, in this version. */
        record Item(String id, long version) implements Source {

            @Override
            public boolean isUnchanged(ToLongFunction<String> versions, long changes) {
                return versions.applyAsLong(id) == version;
            }
        }

        /** All that stands on the site, after so many changes. */
        record Everything(long after) implements Source {

            @Override
            public boolean isUnchanged(ToLongFunction<String> versions, long changes) {
                return changes == after;
            }
        }
    }

    /** Leaves word of it for {@link KeptAnswers}. */
    void tell(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static Optional<Keeping> of(HttpServletRequest request) {
        return Optional.ofNullable((Keeping) request.getAttribute(ATTRIBUTE));
    }

    /** Whether its time is not over. */
    boolean lastsAt(Instant now) {
        return now.isBefore(keptUntil) && (changesAt == null || now.isBefore(changesAt));
    }
}
