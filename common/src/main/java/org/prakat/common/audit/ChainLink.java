package org.prakat.common.audit;

import java.util.Objects;

/**
 * An audit entry in its place in the chain of its office.
 *
 * @param number counts the entries of the office, from 1 and without a gap
 * @param body the entry as it was written and sealed, JSON
 * @param key names the key of the seal
 * @param previous the seal of the entry before; empty for the first
 * @param seal a keyed hash over all of the above, so that whoever lacks the key can change nothing unnoticed
 */
public record ChainLink(String office, long number, String body, String key, String previous, String seal) {

    /** What stands before the first entry. */
    public static final String BEGINNING = "";

    public ChainLink {
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(seal, "seal");
    }
}
