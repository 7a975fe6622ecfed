package org.prakat.common.domain;

import java.util.List;

/**
 * Why something was not done: the kind of rule, its code (a key of the message bundles and part of the API), and the
 * single faults where there are several.
 *
 * @param code upper case words joined by underscores, for example {@code OWN_REQUEST}
 */
public record Refusal(Reason reason, String code, List<Fault> faults) {

    public Refusal {
        faults = List.copyOf(faults);
    }

    /** What kind of rule refused; decides the HTTP status. */
    public enum Reason {
        /** The input breaks a rule of form. */
        INVALID,
        /** This person may not do this. */
        FORBIDDEN,
        /** There is no such thing for this person. */
        NOT_FOUND,
        /** It changed since the caller read it. */
        STALE,
        /** The state of the thing, or a rule of the procedure, does not allow it now. */
        RULE,
        /** A file, or its name, is larger than allowed. */
        TOO_LARGE,
        /** A file is not of a type that is permitted, or not of the type that it claims. */
        UNSUPPORTED_TYPE,
        /** It was tried too often of late. */
        TOO_OFTEN,
        /** Something that must be asked first (a virus scanner, say) does not answer. */
        UNAVAILABLE
    }

    public static Refusal of(Reason reason, String code) {
        return new Refusal(reason, code, List.of());
    }

    /** All faults of an input at once, so that the person who filled it in corrects them in one go. */
    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(Reason.INVALID, "INVALID_INPUT", faults);
    }
}
