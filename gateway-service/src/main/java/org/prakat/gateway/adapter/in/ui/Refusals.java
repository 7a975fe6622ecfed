package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prakat.common.domain.Refusal;
import org.prakat.common.web.Problems;
import org.prakat.gateway.application.port.Services.Problem;

/** Puts what the gateway itself refuses into words, as the services do with theirs. */
final class Refusals {

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    Problem of(Refusal refusal, Locale language) {
        List<Problem.Fault> faults = refusal.faults().stream()
                .map(fault -> new Problem.Fault(
                        fault.field(), fault.code(), problems.text(fault.code(), fault.arguments(), language)))
                .toList();
        String title = problems.text(refusal.code(), Map.of(), language);
        return new Problem(Problems.status(refusal.reason()).value(), refusal.code(), title, faults);
    }
}
