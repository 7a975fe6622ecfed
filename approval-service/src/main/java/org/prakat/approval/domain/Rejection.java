package org.prakat.approval.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.RejectionReason;

/** What an approver fills in to refuse a publication, or to ask for changes first. */
public record Rejection(List<Reason> reasons) {

    private static final int LONGEST_EXPLANATION = 2_000;

    public Rejection {
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    /** One reason, as it was filled in. */
    public record Reason(@Nullable String code, @Nullable String explanation) {}

    /** All that is wrong with it. */
    List<Fault> faults(ReasonsDefined offered) {
        List<Fault> faults = new ArrayList<>();
        if (reasons.isEmpty()) {
            faults.add(new Fault("reasons", "REQUIRED"));
        }
        for (int i = 0; i < reasons.size(); i++) {
            String field = "reasons[" + i + "]";
            String code = reasons.get(i).code();
            String explanation = reasons.get(i).explanation();
            if (code == null || !offered.offers(code)) {
                faults.add(new Fault(field + ".code", "UNKNOWN"));
            }
            if (explanation == null || explanation.isBlank()) {
                faults.add(new Fault(field + ".explanation", "REQUIRED"));
            } else if (explanation.length() > LONGEST_EXPLANATION) {
                faults.add(new Fault(
                        field + ".explanation", "TOO_LONG", Map.of("max", String.valueOf(LONGEST_EXPLANATION))));
            }
        }
        return faults;
    }

    List<RejectionReason> told() {
        return reasons.stream()
                .map(reason -> new RejectionReason(
                        String.valueOf(reason.code()),
                        String.valueOf(reason.explanation()).strip()))
                .toList();
    }
}
