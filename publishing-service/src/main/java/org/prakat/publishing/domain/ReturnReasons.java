package org.prakat.publishing.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.RejectionReason;

/**
 * Why a request goes back, as the webmaster filled it in.
 *
 * @param given may be wrong in every way
 * @param offered what the office gives as reasons
 */
public record ReturnReasons(List<RejectionReason> given, ReasonsDefined offered) {

    private static final int LONGEST_EXPLANATION = 2_000;

    /** The reasons, if there is nothing wrong with them. */
    Result<List<RejectionReason>> checked() {
        List<Fault> faults = new ArrayList<>();
        if (given.isEmpty()) {
            faults.add(new Fault("reasons", "REQUIRED"));
        }
        for (int i = 0; i < given.size(); i++) {
            check(faults, "reasons[" + i + "]", given.get(i));
        }
        return faults.isEmpty() ? Result.ok(given) : Result.refused(Refusal.invalid(faults));
    }

    private void check(List<Fault> faults, String field, RejectionReason reason) {
        if (!offered.offers(reason.code())) {
            faults.add(new Fault(field + ".code", "UNKNOWN"));
        }
        if (reason.explanation().isBlank()) {
            faults.add(new Fault(field + ".explanation", "REQUIRED"));
        } else if (reason.explanation().length() > LONGEST_EXPLANATION) {
            Map<String, String> max = Map.of("max", String.valueOf(LONGEST_EXPLANATION));
            faults.add(new Fault(field + ".explanation", "TOO_LONG", max));
        }
    }
}
