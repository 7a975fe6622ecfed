package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.prakat.common.event.RejectionReason;
import org.prakat.gateway.application.port.Services.Problem;

/**
 * Why something is turned back, as it is typed: some of the reasons that the office offers, each with an explanation.
 *
 * @param reasons those that are ticked or explained, in the order of the page
 */
public record ReasonsInput(List<RejectionReason> reasons) {

    static final ReasonsInput NONE = new ReasonsInput(List.of());

    /** The parameter with the explanation of a reason, and the id of its field. */
    private static final String EXPLANATION = "explanation.";

    private static final Pattern FAULTY = Pattern.compile("reasons\\[(\\d+)]\\.\\w+");

    public ReasonsInput {
        reasons = List.copyOf(reasons);
    }

    /** @param sent all that the page sent */
    static ReasonsInput of(Set<String> ticked, Map<String, String> sent, List<ApprovalChoices.Reason> offered) {
        return new ReasonsInput(offered.stream()
                .map(ApprovalChoices.Reason::code)
                .map(code -> new RejectionReason(
                        code, sent.getOrDefault(EXPLANATION + code, "").strip()))
                .filter(reason ->
                        ticked.contains(reason.code()) || !reason.explanation().isEmpty())
                .toList());
    }

    List<RejectionReason> given() {
        return reasons;
    }

    public boolean has(String code) {
        return reasons.stream().anyMatch(reason -> reason.code().equals(code));
    }

    public String explanationOf(String code) {
        return reasons.stream()
                .filter(reason -> reason.code().equals(code))
                .map(RejectionReason::explanation)
                .findFirst()
                .orElse("");
    }

    /** The same problem beside the fields of the page, which has one for each reason that is offered. */
    Problem onThePage(Problem problem) {
        List<Problem.Fault> faults = problem.faults().stream()
                .map(fault -> new Problem.Fault(fieldOf(fault.field()), fault.code(), fault.message()))
                .toList();
        return new Problem(problem.status(), problem.code(), problem.title(), faults);
    }

    private String fieldOf(String field) {
        Matcher faulty = FAULTY.matcher(field);
        return faulty.matches()
                ? EXPLANATION + reasons.get(Integer.parseInt(faulty.group(1))).code()
                : field;
    }
}
