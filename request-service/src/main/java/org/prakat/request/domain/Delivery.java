package org.prakat.request.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.prakat.common.calendar.OfficeZone;

/** How a person wishes to be told, beside in the application. */
public enum Delivery {
    /** By mail, each notice at once. */
    AT_ONCE,
    /** By one mail in the morning, with all that came since the last. */
    DAILY_DIGEST,
    /** Not by mail. */
    IN_APP_ONLY;

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    /** When a notice of this time goes out in a digest: the next morning in the office's zone. */
    public static Instant digestAfter(Instant notice) {
        ZonedDateTime local = notice.atZone(OfficeZone.ZONE);
        ZonedDateTime morning = local.with(MORNING);
        return (local.isBefore(morning) ? morning : morning.plusDays(1)).toInstant();
    }
}
