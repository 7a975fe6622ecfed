package org.prakat.common.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a verification of an office's audit trail found.
 *
 * @param entries how many entries, from the first on, are as they were written
 * @param broken the first that is not; absent when all are
 */
public record Verification(String service, String office, long entries, @Nullable Break broken) {

    /** What may be wrong with an audit trail. */
    public enum Fault {
        /** An entry is not there. */
        MISSING,
        /** An entry is not as it was written, or was not written by this system. */
        CHANGED,
        /** An entry does not follow from the one before it. */
        OUT_OF_CHAIN,
        /** The chain reached further once: its end was cut off. */
        CUT_OFF,
        /** Something has a version that no entry tells of. */
        NOT_TOLD,
        /** A checkpoint was not signed with a key of this system. */
        FORGED_CHECKPOINT,
        /** The chain has another entry where the checkpoint was made. */
        NOT_AS_AT_CHECKPOINT
    }

    /**
     * The first thing that is wrong.
     *
     * @param number of the entry
     * @param subject what the entry was, or should be, about; absent where that is not known
     */
    public record Break(long number, Fault fault, @Nullable String subject) {}

    public boolean isIntact() {
        return broken == null;
    }
}
