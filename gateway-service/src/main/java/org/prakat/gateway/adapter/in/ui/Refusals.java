package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.common.web.Problems;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Problem;

/** Puts what the gateway itself refuses into words, as the services do with theirs. */
final class Refusals {

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    /** The same answer as a service would give. */
    <T> Answer<T> answer(Result<T> result, Locale language) {
        return result instanceof Result.Ok<T> ok
                ? new Answer.Done<>(ok.value())
                : new Answer.Refused<>(of(((Result.Refused<T>) result).refusal(), language));
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
