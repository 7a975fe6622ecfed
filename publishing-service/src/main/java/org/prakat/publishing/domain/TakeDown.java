package org.prakat.publishing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.OrderReference;
import org.prakat.common.event.Person;
import org.prakat.common.event.Removed;

/**
 * Why an item left the site before its end.
 *
 * @param by who took it down; absent when the refusal of its verbal approval did
 * @param successor the item at which its address leads on; only with {@code REPLACED}
 * @param notice what its address tells the public
 * @param at since when it is invisible, UTC
 */
public record TakeDown(
        Removed.Cause cause,
        String explanation,
        @Nullable Person by,
        @Nullable OrderReference order,
        @Nullable String successor,
        @Nullable String notice,
        Instant at) {}
