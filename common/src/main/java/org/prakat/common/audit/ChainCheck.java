package org.prakat.common.audit;

import java.util.Optional;

/**
 * Follows a chain from its beginning, link by link, up to the first that is not as it was written.
 */
public final class ChainCheck {

    private final AuditSeal seal;
    private final String office;
    private String previous = ChainLink.BEGINNING;
    private long number;

    public ChainCheck(AuditSeal seal, String office) {
        this.seal = seal;
        this.office = office;
    }

    /** Looks at the next link; says what is wrong with it, if anything is. */
    public Optional<Verification.Break> next(ChainLink link) {
        if (link.number() != number + 1) {
            return broken(number + 1, Verification.Fault.MISSING);
        }
        if (!link.office().equals(office) || !seal.isGenuine(link)) {
            return broken(link.number(), Verification.Fault.CHANGED);
        }
        if (!link.previous().equals(previous)) {
            return broken(link.number(), Verification.Fault.OUT_OF_CHAIN);
        }
        number = link.number();
        previous = link.seal();
        return Optional.empty();
    }

    private static Optional<Verification.Break> broken(long number, Verification.Fault fault) {
        return Optional.of(new Verification.Break(number, fault, null));
    }

    /** How many links were found good. */
    public long number() {
        return number;
    }

    /** The seal of the last good link. */
    public String lastSeal() {
        return previous;
    }
}
