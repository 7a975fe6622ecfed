package org.prakat.common.web;

import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;

/** Carries a refusal out of a controller, so that its methods name in their return type what they answer when all is well. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    /** The value of a result; thrown out of the controller as a problem when it was refused. */
    public static <T> T orRefuse(Result<T> result) {
        if (result instanceof Result.Refused<T> refused) {
            throw new RefusedException(refused.refusal());
        }
        return result.orElseThrow();
    }

    public Refusal refusal() {
        return refusal;
    }
}
