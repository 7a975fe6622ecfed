package org.prakat.common.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.audit.AuditEntry;
import org.prakat.common.audit.AuditEntry.FieldChange;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;

/** After the loss of a broker an administrator has a service send again what it had sent. Nobody acts on an event twice. */
public final class SendEventsAgain {

    private final EventSender sender;
    private final AuditTrail trail;
    private final InstantSource clock;

    public SendEventsAgain(EventSender sender, AuditTrail trail, InstantSource clock) {
        this.sender = sender;
        this.trail = trail;
        this.clock = clock;
    }

    /** Answers how many were sent. */
    public Result<Long> since(Identity who, @Nullable Instant from) {
        if (!who.has(Role.ADMINISTRATOR)) {
            return Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
        }
        if (from == null) {
            return Result.refused(Refusal.invalid(List.of(new Fault("since", "REQUIRED"))));
        }
        trail.append(AuditEntry.of(
                "sent-events/" + Identifiers.next(),
                "sent-events.sent-again",
                who,
                clock.instant(),
                List.of(new FieldChange("since", null, from.toString()))));
        return Result.ok(sender.sendAgain(from));
    }
}
