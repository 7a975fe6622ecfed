package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.gateway.adapter.in.ui.ApproverApi.Assignment;
import org.prakat.gateway.adapter.in.ui.ApproverApi.Word;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What else is done with a case: turned back, written down as allowed by word of mouth, handed over. */
@Controller
class DecisionActionsController {

    private static final String BACK = ApproverPages.ONE + "/{step:rejection|changes-request|confirmation-refusal}";
    private static final String WORD = ApproverPages.ONE + "/verbal-approval";
    private static final String HAND_OVER = ApproverPages.ONE + "/hand-over";

    private final ApproverApi approver;
    private final TurnBackPage turnBack;
    private final Refusals refusals;

    DecisionActionsController(ApproverApi approver, TurnBackPage turnBack, Refusals refusals) {
        this.approver = approver;
        this.turnBack = turnBack;
        this.refusals = refusals;
    }

    @InitBinder
    void emptyIsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping(BACK)
    String turnBack(Caller caller, @PathVariable String id, @PathVariable String step, Model model) {
        CaseView found = orProblem(approver.read(caller, id));
        return turnBack.show(caller, subject(found, step, found.version()), model);
    }

    @PostMapping(BACK)
    String turnBack(
            Caller caller,
            @PathVariable String id,
            @PathVariable String step,
            @RequestParam long version,
            @RequestParam(name = "code", required = false) @Nullable List<String> ticked,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        CaseView found = orProblem(approver.read(caller, id));
        return turnBack.send(
                caller,
                subject(found, step, version),
                sent,
                ticked,
                reasons -> approver.turnBack(caller, id, step, version, reasons),
                model,
                response);
    }

    private static TurnBackPage.Subject subject(CaseView found, String step, long version) {
        String kind =
                switch (step) {
                    case "rejection" -> "rejection";
                    case "changes-request" -> "changesRequest";
                    default -> "confirmationRefusal";
                };
        String page = pageOf(found.id());
        String next = ApproverPages.LIST + "?done=" + kind;
        return new TurnBackPage.Subject(kind, found.form().title(), version, page + "/" + step, page, next);
    }

    @GetMapping(WORD)
    String word(Caller caller, @PathVariable String id, Locale language, Model model) {
        CaseView found = orProblem(approver.read(caller, id));
        ApprovalChoices choices = orProblem(approver.choices(caller));
        model.addAttribute("version", found.version());
        model.addAttribute("typed", AssignmentInput.of(found.form(), choices, new Words(language)));
        model.addAttribute("word", WordInput.EMPTY);
        return word(caller, found, choices, model);
    }

    @PostMapping(WORD)
    String word(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            WordInput word,
            AssignmentInput assignment,
            Locale language,
            Model model,
            HttpServletResponse response) {
        CaseView found = orProblem(approver.read(caller, id));
        return record(caller, found, version, word, assignment, language)
                .either(
                        recorded -> "redirect:" + RequestPages.LIST + "/" + recorded.requestId() + "?done=wordRecorded",
                        problem -> {
                            refuse(problem, version, model, response);
                            model.addAttribute("typed", assignment.complete());
                            model.addAttribute("word", word.complete());
                            return word(caller, found, orProblem(approver.choices(caller)), model);
                        });
    }

    private Answer<CaseView> record(
            Caller caller,
            CaseView found,
            long version,
            WordInput typed,
            AssignmentInput typedAssignment,
            Locale language) {
        List<Fault> faults = new ArrayList<>();
        Word word = typed.read(new Words(language), faults);
        Assignment assignment = typedAssignment.read(found.form(), new Words(language), faults);
        return faults.isEmpty()
                ? approver.recordVerbal(caller, found.id(), version, word, assignment)
                : new Answer.Refused<>(refusals.of(Refusal.invalid(faults), language));
    }

    private String word(Caller caller, CaseView found, ApprovalChoices choices, Model model) {
        model.addAttribute("case", found);
        model.addAttribute("choices", choices);
        model.addAttribute("approvers", orProblem(approver.approvers(caller, found.id())));
        model.addAttribute("means", WordInput.MEANS);
        model.addAttribute("units", PublicationPeriod.Unit.values());
        model.addAttribute("longest", null);
        return "staff/approval-word";
    }

    @GetMapping(HAND_OVER)
    String handOver(Caller caller, @PathVariable String id, Model model) {
        CaseView found = orProblem(approver.read(caller, id));
        model.addAttribute("version", found.version());
        return handOver(caller, found, model);
    }

    @PostMapping(HAND_OVER)
    String handOver(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String explanation,
            Model model,
            HttpServletResponse response) {
        return approver.handOver(caller, id, version, to, explanation)
                .either(handed -> "redirect:" + pageOf(handed.id()) + "?done=handedOver", problem -> {
                    refuse(problem, version, model, response);
                    model.addAttribute("to", to);
                    model.addAttribute("explanation", explanation);
                    return handOver(caller, orProblem(approver.read(caller, id)), model);
                });
    }

    private String handOver(Caller caller, CaseView found, Model model) {
        model.addAttribute("case", found);
        model.addAttribute("approvers", orProblem(approver.approvers(caller, found.id())));
        return "staff/approval-hand-over";
    }

    private static void refuse(Problem problem, long version, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("errors", ErrorSummary.of(problem));
        model.addAttribute("version", version);
    }

    private static String pageOf(String id) {
        return ApproverPages.LIST + "/" + id;
    }
}
