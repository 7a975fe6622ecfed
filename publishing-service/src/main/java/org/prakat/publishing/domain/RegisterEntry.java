package org.prakat.publishing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Removed;

/**
 * A publication as the register of an office shows it at some instant.
 *
 * @param standing its number, and from when to when it was to stand on the site
 * @param gone how it left the site; absent while it has not
 */
public record RegisterEntry(Publication item, Standing standing, State state, @Nullable Gone gone) {

    /** Whether the public can read it. */
    public enum State {
        ON_SITE,
        /** Off the site until its verbal approval is confirmed in writing. */
        SUSPENDED,
        OFF_SITE
    }

    /**
     * How an item left the site.
     *
     * @param since from when on the public could no longer read it, UTC
     * @param explanation in the words of who took it down
     */
    public record Gone(Instant since, Removed.Cause cause, @Nullable String explanation) {}

    /** @throws NullPointerException when it was never on the site */
    public static RegisterEntry of(Publication item, Instant now) {
        Standing standing = item.requireStanding();
        Gone gone = gone(item, now);
        return new RegisterEntry(item, standing, state(item, gone), gone);
    }

    private static State state(Publication item, @Nullable Gone gone) {
        if (gone != null) {
            return State.OFF_SITE;
        }
        return item.status() == PublicationStatus.SUSPENDED ? State.SUSPENDED : State.ON_SITE;
    }

    /** By the clock, not by the status: what has expired is off the site before its files are. */
    private static @Nullable Gone gone(Publication item, Instant now) {
        TakeDown down = item.takeDown();
        if (down != null) {
            return new Gone(down.at(), down.cause(), down.explanation());
        }
        RemovalRecord removal = item.removal();
        if (removal != null) {
            return new Gone(removal.invisibleSince(), removal.cause(), null);
        }
        Instant end = item.publicUntil();
        return end == null || now.isBefore(end) ? null : new Gone(end, Removed.Cause.EXPIRED, null);
    }
}
