package org.prakat.request.application;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.request.application.port.Notices;
import org.prakat.request.domain.Notice;

/** A person reads what they were told. */
public final class ReadNotices {

    private final Notices notices;
    private final InstantSource clock;

    public ReadNotices(Notices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    public Page<Notice> mine(Identity who, @Nullable String cursor, int limit) {
        return notices.of(who.person().id(), cursor, limit);
    }

    public long unread(Identity who) {
        return notices.unread(who.person().id());
    }

    public Result<String> markRead(Identity who, String id) {
        return notices.markRead(id, who.person().id(), clock.instant())
                ? Result.ok(id)
                : Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
    }
}
