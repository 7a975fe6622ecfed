package org.prakat.common.security;

import java.util.List;

/**
 * The paths of a service that programs of other offices may call: these, and no other; and nobody else may.
 *
 * @param patterns Spring path patterns, for example {@code /api/uploads}
 */
public record OfficePaths(List<String> patterns) {

    public OfficePaths {
        patterns = List.copyOf(patterns);
    }
}
