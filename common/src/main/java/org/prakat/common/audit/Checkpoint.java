package org.prakat.common.audit;

import java.time.Instant;
import java.util.Objects;

/**
 * How far a chain reached at a moment, to be kept somewhere else: whoever cuts the chain off, or makes all of it anew, cannot
 * reach what is kept there.
 *
 * @param service whose chain it is, {@code request-service}
 * @param number of the last entry
 * @param seal of the last entry
 * @param at UTC
 * @param key names the key of the signature
 * @param signature a keyed hash over all of the above, so that a forged checkpoint shows, too
 */
public record Checkpoint(
        String service, String office, long number, String seal, Instant at, String key, String signature) {

    public Checkpoint {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(seal, "seal");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(signature, "signature");
    }
}
