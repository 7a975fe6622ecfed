package org.prakat.common.domain;

import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Event;

/**
 * What a decision did: the state after it, and the event that tells of it. Both are stored in one write or not at all.
 *
 * @param event absent when the change is nobody else's business, a draft that was edited say
 * @param <S> the aggregate
 */
public record Change<S>(S state, @Nullable Event event) {

    /** A change that is told to nobody. */
    public static <S> Change<S> quiet(S state) {
        return new Change<>(state, null);
    }
}
