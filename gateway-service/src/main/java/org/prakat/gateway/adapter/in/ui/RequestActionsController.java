package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import org.prakat.common.event.Concern;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an owner does with a request as a whole. */
@Controller
class RequestActionsController {

    private static final String CHECK = RequestPages.ONE + "/check";
    private static final String WITHDRAWAL = RequestPages.ONE + "/withdrawal";
    private static final String DISCARD = RequestPages.ONE + "/discard";
    private static final String AMENDMENT = RequestPages.ONE + "/amendments/{kind:extend|replace|remove}";

    private final OfficerApi officer;

    RequestActionsController(OfficerApi officer) {
        this.officer = officer;
    }

    /** The last step of the form: all that will be submitted, and what the approver will ask about. */
    @GetMapping(CHECK)
    String check(Caller caller, @PathVariable String id, Model model) {
        RequestView request = orProblem(officer.read(caller, id));
        model.addAttribute("request", request);
        model.addAttribute("step", FormStep.CHECK);
        model.addAttribute("choices", orProblem(officer.choices(caller)));
        model.addAttribute("warnings", orProblem(officer.warnings(caller, id)));
        model.addAttribute("approvers", orProblem(officer.approvers(caller, id)));
        return "staff/form-check";
    }

    @PostMapping(CHECK)
    String submit(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            Model model,
            HttpServletResponse response) {
        return officer.submit(caller, id, version).either(done -> to(done, "?done=submitted"), problem -> {
            response.setStatus(problem.status());
            model.addAttribute(
                    "errors",
                    ErrorSummary.of(problem, field -> FormStep.of(field).at(id) + "#" + field));
            return check(caller, id, model);
        });
    }

    @GetMapping(WITHDRAWAL)
    String withdrawal(Caller caller, @PathVariable String id, Model model) {
        model.addAttribute("request", orProblem(officer.read(caller, id)));
        return "staff/request-withdrawal";
    }

    @PostMapping(WITHDRAWAL)
    String withdraw(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String explanation,
            Model model,
            HttpServletResponse response) {
        return officer.withdraw(caller, id, version, explanation)
                .either(done -> to(done, "?done=withdrawn"), problem -> {
                    refuse(problem, model, response);
                    model.addAttribute("explanation", explanation);
                    return withdrawal(caller, id, model);
                });
    }

    @GetMapping(DISCARD)
    String discardPage(Caller caller, @PathVariable String id, Model model) {
        model.addAttribute("request", orProblem(officer.read(caller, id)));
        return "staff/request-discard";
    }

    @PostMapping(DISCARD)
    String discard(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            Model model,
            HttpServletResponse response) {
        return officer.discard(caller, id, version)
                .either(gone -> "redirect:" + RequestPages.LIST + "?done=discarded", problem -> {
                    refuse(problem, model, response);
                    return discardPage(caller, id, model);
                });
    }

    @PostMapping(RequestPages.ONE + "/revision")
    String revise(Caller caller, @PathVariable String id, @RequestParam long version) {
        RequestView revised = orProblem(officer.revise(caller, id, version));
        return "redirect:" + FormStep.DETAILS.at(revised.id());
    }

    @PostMapping(RequestPages.ONE + "/copy")
    String copy(Caller caller, @PathVariable String id) {
        return begun(officer.copy(caller, id), "?done=copied");
    }

    /** Asks whether a request about something on the site is really to be begun, and says what it leads to. */
    @GetMapping(AMENDMENT)
    String amendment(Caller caller, @PathVariable String id, @PathVariable String kind, Model model) {
        model.addAttribute("request", orProblem(officer.read(caller, id)));
        model.addAttribute("kind", kind);
        return "staff/request-amendment";
    }

    @PostMapping(AMENDMENT)
    String amend(Caller caller, @PathVariable String id, @PathVariable String kind) {
        Concern.Kind asked =
                switch (kind) {
                    case "extend" -> Concern.Kind.EXTEND;
                    case "replace" -> Concern.Kind.REPLACE;
                    default -> Concern.Kind.REMOVE;
                };
        return begun(officer.amend(caller, id, asked), "");
    }

    private static String begun(Answer<RequestView> answer, String query) {
        return "redirect:" + FormStep.DETAILS.at(orProblem(answer).id()) + query;
    }

    private static String to(RequestView request, String query) {
        return "redirect:" + RequestPages.LIST + "/" + request.id() + query;
    }

    private static void refuse(Problem problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("errors", ErrorSummary.of(problem));
    }
}
