package org.prakat.common.security;

import java.util.List;

/**
 * The paths of a service that answer without an identity.
 *
 * @param patterns Spring path patterns, for example {@code /items/**}
 */
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
    }
}
