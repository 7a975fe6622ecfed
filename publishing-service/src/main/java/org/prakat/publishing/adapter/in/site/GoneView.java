package org.prakat.publishing.adapter.in.site;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Removed;
import org.prakat.publishing.domain.Correction;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.PublicationStatus;
import org.prakat.publishing.domain.TakeDown;
import org.springframework.http.HttpStatus;

/**
 * What the address of an item tells that is not on the site any more.
 *
 * @param title absent where it would itself show what had to go
 * @param key of the words that tell why
 * @param notice in the words of who took it down
 * @param publishedFrom UTC
 * @param until since when it is off the site, UTC; absent while it is only suspended
 * @param successor the path at which the address leads on
 */
record GoneView(
        String id,
        @Nullable String title,
        String key,
        @Nullable String notice,
        Instant publishedFrom,
        @Nullable Instant until,
        @Nullable String successor) {

    private static final String SUSPENDED = PublicationStatus.SUSPENDED.name();

    /** Whether it may come back, so that its address is not gone for good. */
    boolean suspended() {
        return key.equals(SUSPENDED);
    }

    /** What its address answers with the notice. */
    HttpStatus status() {
        return suspended() ? HttpStatus.NOT_FOUND : HttpStatus.GONE;
    }

    static GoneView of(Publication item) {
        TakeDown down = item.takeDown();
        Removed.Cause cause = down == null ? Removed.Cause.EXPIRED : down.cause();
        boolean suspended = item.status() == PublicationStatus.SUSPENDED;
        return new GoneView(
                item.id(),
                cause == Removed.Cause.PERSONAL_DATA ? null : item.text(Correction.Field.TITLE),
                suspended ? SUSPENDED : cause.name(),
                down == null ? null : down.notice(),
                Objects.requireNonNull(item.standing()).publishedFrom(),
                suspended ? null : down == null ? item.standing().expiresAt() : down.at(),
                down == null || down.successor() == null ? null : "/items/" + down.successor());
    }
}
