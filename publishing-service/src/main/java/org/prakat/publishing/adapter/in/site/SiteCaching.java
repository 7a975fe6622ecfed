package org.prakat.publishing.adapter.in.site;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How long others may keep an answer: a minute, and never beyond the moment at which something in it expires. */
final class SiteCaching {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final InstantSource clock;

    SiteCaching(InstantSource clock) {
        this.clock = clock;
    }

    /** The value of {@code Cache-Control} for something that expires at this instant. */
    String upTo(@Nullable Instant expiresAt) {
        if (expiresAt == null) {
            return "public, max-age=" + LONGEST.toSeconds();
        }
        Duration left = Duration.between(clock.instant(), expiresAt);
        Duration age = left.compareTo(LONGEST) < 0 ? left : LONGEST;
        return "public, max-age=" + Math.max(0, age.toSeconds());
    }

    String upTo(List<ItemView> items) {
        return items.stream()
                .map(ItemView::expiresAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(this::upTo)
                .orElseGet(() -> upTo((Instant) null));
    }
}
