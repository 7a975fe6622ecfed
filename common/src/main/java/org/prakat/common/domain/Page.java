package org.prakat.common.domain;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor to ask for the following page with; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The page that was read, with the cursor of its last item where there may be more. */
    public static <T> Page<T> of(List<T> items, int limit, Function<? super T, Cursor> position) {
        boolean full = items.size() == limit;
        return new Page<>(items, full ? position.apply(items.get(limit - 1)).encode() : null);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> function) {
        return new Page<>(items.stream().<R>map(function).toList(), next);
    }
}
