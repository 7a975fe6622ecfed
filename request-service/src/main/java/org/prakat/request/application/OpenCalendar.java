package org.prakat.request.application;

import java.time.InstantSource;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.SecretToken;
import org.prakat.request.application.port.CalendarFeeds;

/** A person opens a feed of their deadlines for their calendar, and closes it. */
public final class OpenCalendar {

    private final CalendarFeeds feeds;
    private final InstantSource clock;

    public OpenCalendar(CalendarFeeds feeds, InstantSource clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    /** The secret by which the feed is read from now on; it is not shown again. */
    public SecretToken open(Identity who) {
        SecretToken secret = SecretToken.draw();
        feeds.open(who.person().id(), secret.hash(), clock.instant());
        return secret;
    }

    public void close(Identity who) {
        feeds.close(who.person().id());
    }
}
