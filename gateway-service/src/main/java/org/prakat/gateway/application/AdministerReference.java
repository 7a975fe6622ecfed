package org.prakat.gateway.application;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.ReferenceEvent;
import org.prakat.gateway.application.port.Definitions;
import org.prakat.gateway.domain.Definition;
import org.prakat.gateway.domain.Known;

/**
 * An administrator lays down things of one kind: offices, work groups, categories, appointment orders, holidays or reasons.
 *
 * @param <T> the kind
 */
public final class AdministerReference<T extends ReferenceEvent> {

    private final Definitions<T> definitions;
    private final Known known;
    private final InstantSource clock;

    public AdministerReference(Definitions<T> definitions, Known known, InstantSource clock) {
        this.definitions = definitions;
        this.known = known;
        this.clock = clock;
    }

    public Result<Page<Versioned<T>>> list(Identity who, @Nullable String cursor, int limit) {
        return who.has(Role.ADMINISTRATOR)
                ? Result.ok(definitions.list(cursor, limit))
                : Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
    }

    public Result<Versioned<T>> read(Identity who, String id) {
        if (!who.has(Role.ADMINISTRATOR)) {
            return Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
        }
        return definitions.find(id).map(Result::ok).orElseGet(() -> Result.refused(Reason.NOT_FOUND, "NOT_FOUND"));
    }

    /**
     * Lays a thing down.
     *
     * @param seen the version that the administrator saw; 0 for a new thing
     */
    public Result<Versioned<T>> define(Identity who, String id, long seen, Definition<T> definition) {
        if (!who.has(Role.ADMINISTRATOR)) {
            return Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
        }
        Optional<Versioned<T>> present = definitions.find(id);
        if (present.map(Versioned::version).orElse(0L) != seen) {
            return Result.refused(Reason.STALE, "STALE");
        }
        Optional<T> before = present.map(Versioned::state);
        List<Fault> faults = definition.faults(id, known, before);
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        T defined = definition.define(id, seen + 1, before);
        Change<T> change = new Change<>(defined, defined);
        Cause cause = Cause.call(who, clock.instant());
        Optional<Versioned<T>> stored = present.isEmpty()
                ? definitions.add(id, change, cause)
                : definitions.update(id, present.get(), change, cause);
        return stored.map(Result::ok).orElseGet(() -> Result.refused(Reason.STALE, "STALE"));
    }
}
