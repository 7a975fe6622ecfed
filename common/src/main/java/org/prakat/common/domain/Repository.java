package org.prakat.common.domain;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.prakat.common.domain.Refusal.Reason;

/**
 * Keeps the aggregates of one kind. A change, the event that tells of it and the id of the event that caused it are
 * stored together or not at all.
 *
 * @param <S> the aggregate
 */
public interface Repository<S> {

    Optional<Versioned<S>> find(String id);

    /** Stores a new aggregate; empty when there is one of that id already. */
    Optional<Versioned<S>> add(String id, Change<S> change, Cause cause);

    /** Stores a change of what was read; empty when it changed meanwhile, or when the cause has been handled before. */
    Optional<Versioned<S>> update(String id, Versioned<S> before, Change<S> change, Cause cause);

    /** Whether this event has already changed this aggregate. */
    boolean hasHandled(String id, String eventId);

    /**
     * A person's decision about the version that they have seen: never repeated on a newer one, since they have not seen
     * that.
     *
     * @param seen the version that the person saw
     * @param visible whether the person may know of it at all; if not, it is not found
     */
    default Result<Versioned<S>> decide(
            String id,
            long seen,
            Predicate<? super S> visible,
            Function<? super S, Result<Change<S>>> decision,
            Cause cause) {
        Optional<Versioned<S>> found = find(id).filter(there -> visible.test(there.state()));
        if (found.isEmpty()) {
            return Result.refused(Reason.NOT_FOUND, "NOT_FOUND");
        }
        Versioned<S> before = found.get();
        if (before.version() != seen) {
            return Result.refused(Reason.STALE, "STALE");
        }
        return decision.apply(before.state()).flatMap(change -> update(id, before, change, cause)
                .map(Result::ok)
                .orElseGet(() -> Result.refused(Reason.STALE, "STALE")));
    }

    /**
     * What an event does to an aggregate: exactly once, and repeated on the newer state when somebody else was faster. A
     * refusal means that the event has nothing to say in this state, which is an ordinary thing with redelivery and
     * reordering.
     *
     * @param cause must name the event
     */
    default Handled handle(String id, Cause cause, Function<? super S, Result<Change<S>>> decision) {
        while (true) {
            Optional<Versioned<S>> before = find(id);
            if (before.isEmpty()) {
                return Handled.TOO_EARLY;
            }
            if (cause.eventId() != null && hasHandled(id, cause.eventId())) {
                return Handled.DONE;
            }
            if (!(decision.apply(before.get().state()) instanceof Result.Ok<Change<S>> decided)) {
                return Handled.DONE;
            }
            if (update(id, before.get(), decided.value(), cause).isPresent()) {
                return Handled.DONE;
            }
        }
    }
}
