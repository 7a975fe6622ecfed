package org.prakat.gateway.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.ReasonsDefined.Reason;

/**
 * The reasons of refusal of an office, as an administrator fills them in. Their id is the office's. Those of the procedure may
 * be reworded, and need not be offered, but they stay: records name them.
 */
public record ReasonsDefinition(@Nullable List<Reason> reasons) implements Definition<ReasonsDefined> {

    private static final int MOST = 100;

    @Override
    public List<Fault> faults(String id, Known known, Optional<ReasonsDefined> before) {
        List<Reason> given = reasons == null ? List.of() : reasons;
        Set<String> codes = given.stream().map(Reason::code).collect(Collectors.toSet());
        ReasonsDefined earlier = before.orElseGet(() -> ReasonsDefined.ofTheProcedure(id));
        Faults faults = new Faults()
                .check(known.office(id), "id", "UNKNOWN")
                .required("reasons", reasons)
                .check(given.size() <= MOST, "reasons", "TOO_MANY")
                .check(codes.size() == given.size(), "reasons", "SAME_CODE_TWICE")
                .check(given.stream().anyMatch(Reason::active), "reasons", "NONE_IS_OFFERED")
                .check(
                        earlier.reasons().stream().map(Reason::code).allMatch(codes::contains),
                        "reasons",
                        "REASONS_STAY");
        for (int i = 0; i < given.size(); i++) {
            faults.check(given.get(i).code().matches("[A-Z][A-Z0-9_]{1,39}"), "reasons[" + i + "].code", "INVALID_ID")
                    .text("reasons[" + i + "].text", given.get(i).text());
        }
        return faults.found();
    }

    @Override
    public ReasonsDefined define(String id, long version, Optional<ReasonsDefined> before) {
        return new ReasonsDefined(id, version, reasons == null ? List.of() : reasons);
    }
}
