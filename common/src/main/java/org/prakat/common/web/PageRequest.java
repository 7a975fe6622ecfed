package org.prakat.common.web;

import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a list: {@code ?cursor=...&limit=...}.
 *
 * @param cursor where the previous page ended; absent for the first
 * @param limit how many at the most; 50 unless told, never more than 200
 */
public record PageRequest(@Nullable String cursor, @Nullable Integer limit) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    public int size() {
        return limit == null ? DEFAULT_LIMIT : Math.max(1, Math.min(limit, MOST));
    }
}
