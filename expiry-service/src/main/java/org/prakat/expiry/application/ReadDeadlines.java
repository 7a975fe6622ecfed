package org.prakat.expiry.application;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.application.port.Deadlines.Selection;
import org.prakat.expiry.domain.Deadline;

/** An administrator looks at what is coming, and at whether anything should have been told already. */
public final class ReadDeadlines {

    /** Whoever has more has no use for the exact number. */
    private static final int MOST_COUNTED = 1_000;

    private final Deadlines deadlines;
    private final InstantSource clock;

    public ReadDeadlines(Deadlines deadlines, InstantSource clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * A page of what is coming.
     *
     * @param next the cursor of the following page; absent on the last one
     * @param overdue how many of all that was asked for should have been told by now, 1,000 at the most
     */
    public record Coming(List<Deadline> items, @Nullable String next, int overdue) {
        public Coming {
            items = List.copyOf(items);
        }
    }

    public Result<Coming> pending(Identity who, Selection selection, @Nullable String cursor, int limit) {
        if (!who.has(Role.ADMINISTRATOR)) {
            return Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
        }
        Page<Deadline> page = deadlines.pending(selection, cursor, limit);
        int overdue = deadlines.countOverdue(selection, clock.instant(), MOST_COUNTED);
        return Result.ok(new Coming(page.items(), page.next(), overdue));
    }
}
