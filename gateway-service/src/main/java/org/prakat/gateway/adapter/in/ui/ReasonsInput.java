package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.prakat.common.event.RejectionReason;
import org.prakat.gateway.application.port.Services.Problem;

/**
 * Why something is turned back, as it is typed: some of the reasons that the office offers, each with an explanation.
 *
 * @param ticked the codes of those that are given, in the order of the page
 * @param explanations by code; also of those that are not ticked, so that nothing typed is lost
 */
public record ReasonsInput(List<String> ticked, Map<String, String> explanations) {

    static final ReasonsInput NONE = new ReasonsInput(List.of(), Map.of());

    /** The parameter with the explanation of a reason, and the id of its field. */
    private static final String EXPLANATION = "explanation.";

    private static final Pattern FAULTY = Pattern.compile("reasons\\[(\\d+)]\\.\\w+");

    public ReasonsInput {
        ticked = List.copyOf(ticked);
        explanations = Map.copyOf(explanations);
    }

    /** @param sent all that the page sent */
    static ReasonsInput of(Set<String> ticked, Map<String, String> sent, List<ApprovalChoices.Reason> offered) {
        List<String> codes = offered.stream().map(ApprovalChoices.Reason::code).toList();
        Map<String, String> explanations = codes.stream()
                .collect(Collectors.toMap(code -> code, code -> sent.getOrDefault(EXPLANATION + code, "")
                        .strip()));
        return new ReasonsInput(codes.stream().filter(ticked::contains).toList(), explanations);
    }

    /** The reasons as the services take them. */
    List<RejectionReason> given() {
        return ticked.stream()
                .map(code -> new RejectionReason(code, explanationOf(code)))
                .toList();
    }

    public boolean has(String code) {
        return ticked.contains(code);
    }

    public String explanationOf(String code) {
        return explanations.getOrDefault(code, "");
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
        return faulty.matches() ? EXPLANATION + ticked.get(Integer.parseInt(faulty.group(1))) : field;
    }
}
