package org.prakat.expiry.application;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.expiry.application.port.Deadlines;
import org.prakat.expiry.domain.Deadline;
import org.prakat.expiry.domain.Deadline.Kind;

/** An administrator looks at what is coming. */
public final class ReadDeadlines {

    private final Deadlines deadlines;

    public ReadDeadlines(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    public Result<Page<Deadline>> pending(Identity who, @Nullable Kind kind, @Nullable String cursor, int limit) {
        return who.has(Role.ADMINISTRATOR)
                ? Result.ok(deadlines.pending(kind, cursor, limit))
                : Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
    }
}
