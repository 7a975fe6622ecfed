package org.prakat.common.messaging;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.audit.AuditEntry;
import org.prakat.common.audit.AuditEntry.FieldChange;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.messaging.DeadLetter.Status;

/** Where an administrator reads the dead letters of a service, offers them to their handler again, or discards them. */
public final class DeadLetterDesk {

    private final DeadLetters letters;
    private final EventDispatcher dispatcher;
    private final AuditTrail trail;
    private final InstantSource clock;

    public DeadLetterDesk(DeadLetters letters, EventDispatcher dispatcher, AuditTrail trail, InstantSource clock) {
        this.letters = letters;
        this.dispatcher = dispatcher;
        this.trail = trail;
        this.clock = clock;
    }

    public Result<Page<DeadLetter>> list(Identity who, Status status, @Nullable String cursor, int limit) {
        return administrator(who).map(allowed -> letters.list(status, cursor, limit));
    }

    public Result<DeadLetter> read(Identity who, String id) {
        return administrator(who).flatMap(allowed -> find(id));
    }

    /** Offers it to its handler once more; it stays where it is when that fails again. */
    public Result<DeadLetter> replay(Identity who, String id) {
        return waiting(who, id).flatMap(letter -> {
            try {
                dispatcher.dispatch(letter.event());
            } catch (RuntimeException e) {
                return Result.refused(new Refusal(
                        Reason.RULE,
                        "STILL_FAILS",
                        List.of(new Fault("", "STILL_FAILS", Map.of("reason", DeadLetterReason.of(e))))));
            }
            return settle(id, Status.REPLAYED, who, null);
        });
    }

    /** Decides that it is never to be handled. */
    public Result<DeadLetter> discard(Identity who, String id, @Nullable String remark) {
        if (remark == null || remark.isBlank()) {
            return Result.refused(Refusal.invalid(List.of(new Fault("remark", "REQUIRED"))));
        }
        return waiting(who, id).flatMap(letter -> settle(id, Status.DISCARDED, who, remark));
    }

    private Result<DeadLetter> settle(String id, Status status, Identity who, @Nullable String remark) {
        // First the entry: nothing is settled that is not told of.
        trail.append(AuditEntry.of(
                "dead-letters/" + id + "/" + status,
                "dead-letter." + status.name().toLowerCase(Locale.ROOT),
                who,
                clock.instant(),
                List.of(new FieldChange("remark", null, remark))));
        if (!letters.settle(id, status, who.person().name(), remark)) {
            return Result.refused(Reason.RULE, "ALREADY_SETTLED");
        }
        return find(id);
    }

    private Result<DeadLetter> waiting(Identity who, String id) {
        return read(who, id)
                .flatMap(letter -> letter.status() == Status.WAITING
                        ? Result.ok(letter)
                        : Result.refused(Reason.RULE, "ALREADY_SETTLED"));
    }

    private Result<DeadLetter> find(String id) {
        Optional<DeadLetter> letter = letters.find(id);
        return letter.map(Result::ok).orElseGet(() -> Result.refused(Reason.NOT_FOUND, "NOT_FOUND"));
    }

    private static Result<Identity> administrator(Identity who) {
        return who.has(Role.ADMINISTRATOR) ? Result.ok(who) : Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
    }
}
