package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.ReferenceEvent;
import org.prakat.gateway.application.AdministerReference;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.prakat.gateway.domain.Definition;

/**
 * Things of one kind that an administrator lays down, as pages ask for them.
 *
 * @param <T> the kind
 */
final class ReferenceDesk<T extends ReferenceEvent> {

    private static final int AT_ONCE = 200;

    private final AdministerReference<T> things;
    private final Refusals refusals;

    ReferenceDesk(AdministerReference<T> things, Refusals refusals) {
        this.things = things;
        this.refusals = refusals;
    }

    /** All of them: an office has few of any kind. */
    List<T> all(Caller caller) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<Versioned<T>> page =
                    orProblem(refusals.answer(things.list(caller.identity(), cursor, AT_ONCE), caller.language()));
            page.items().forEach(item -> all.add(item.state()));
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    Versioned<T> read(Caller caller, String id) {
        return orProblem(refusals.answer(things.read(caller.identity(), id), caller.language()));
    }

    /** The thing, if it was laid down already. */
    Optional<Versioned<T>> find(Caller caller, String id) {
        Result<Versioned<T>> found = things.read(caller.identity(), id);
        return found instanceof Result.Refused<Versioned<T>> refused
                        && refused.refusal().reason() == Refusal.Reason.NOT_FOUND
                ? Optional.empty()
                : Optional.of(orProblem(refusals.answer(found, caller.language())));
    }

    /** Lays a new thing down. */
    Answer<Versioned<T>> add(Caller caller, @Nullable String id, List<Fault> unreadable, Definition<T> definition) {
        String chosen = id == null ? "" : id.strip();
        if (unreadable.isEmpty() && find(caller, chosen).isPresent()) {
            return refused(caller, List.of(new Fault("id", "ID_TAKEN")));
        }
        return define(caller, chosen, 0, unreadable, definition);
    }

    /**
     * Lays a thing down anew.
     *
     * @param seen the version that the administrator saw
     * @param unreadable what was typed and cannot be read
     */
    Answer<Versioned<T>> define(Caller caller, String id, long seen, List<Fault> unreadable, Definition<T> definition) {
        return unreadable.isEmpty()
                ? refusals.answer(things.define(caller.identity(), id, seen, definition), caller.language())
                : refused(caller, unreadable);
    }

    private Answer<Versioned<T>> refused(Caller caller, List<Fault> faults) {
        Problem problem = refusals.of(Refusal.invalid(faults), caller.language());
        return new Answer.Refused<>(problem);
    }
}
