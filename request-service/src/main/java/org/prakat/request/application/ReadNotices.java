package org.prakat.request.application;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.request.application.port.Deliveries;
import org.prakat.request.application.port.Notices;
import org.prakat.request.domain.Delivery;
import org.prakat.request.domain.Notice;

/** A person reads what they were told, and chooses how to be told. */
public final class ReadNotices {

    private final Notices notices;
    private final Deliveries deliveries;
    private final InstantSource clock;

    public ReadNotices(Notices notices, Deliveries deliveries, InstantSource clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    public Page<Notice> mine(Identity who, @Nullable String cursor, int limit) {
        return notices.of(who.person().id(), cursor, limit);
    }

    public long unread(Identity who) {
        return notices.unread(who.person().id());
    }

    public Delivery delivery(Identity who) {
        return deliveries.of(who.person().id());
    }

    public void choose(Identity who, Delivery delivery) {
        deliveries.choose(who.person().id(), delivery);
    }

    public Result<String> markRead(Identity who, String id) {
        return notices.markRead(id, who.person().id(), clock.instant())
                ? Result.ok(id)
                : Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
    }
}
