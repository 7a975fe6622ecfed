package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.gateway.adapter.in.ui.ApproverApi.Assignment;
import org.prakat.gateway.adapter.in.ui.ApproverApi.Confirmation;
import org.prakat.gateway.adapter.in.ui.ApproverApi.OnSite;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A case with all that belongs to it, and the approver's yes: to a request, or in writing to what was said by word of mouth. */
@Controller
class DecisionController {

    private static final int ALIKE = 5;

    private final ApproverApi approver;
    private final OfficerApi officer;
    private final Refusals refusals;
    private final InstantSource clock;

    DecisionController(ApproverApi approver, OfficerApi officer, Refusals refusals, InstantSource clock) {
        this.approver = approver;
        this.officer = officer;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** What is typed, as the page shows it again. */
    private record Typed(ChecksInput checks, AssignmentInput assignment, Map<String, String> answers) {}

    @InitBinder
    void emptyIsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping(ApproverPages.ONE)
    String one(Caller caller, @PathVariable String id, Locale language, Model model) {
        CaseView found = orProblem(approver.read(caller, id));
        ApprovalChoices choices = orProblem(approver.choices(caller));
        AssignmentInput proposed = AssignmentInput.of(found.form(), choices, new Words(language));
        model.addAttribute("version", found.version());
        return show(caller, found, choices, new Typed(ChecksInput.EMPTY, proposed, Map.of()), model);
    }

    @PostMapping(ApproverPages.ONE)
    String allow(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            ChecksInput checks,
            AssignmentInput assignment,
            @RequestParam Map<String, String> sent,
            Locale language,
            Model model,
            HttpServletResponse response) {
        CaseView found = orProblem(approver.read(caller, id));
        Confirmation confirmation = checks.with(found.warnings(), sent);
        Answer<CaseView> answer = found.isToConfirm()
                ? approver.confirm(caller, id, version, confirmation)
                : approve(caller, found, version, confirmation, assignment, language);
        String done = found.isToConfirm() ? "confirmed" : "approved";
        return answer.either(decided -> "redirect:" + ApproverPages.LIST + "?done=" + done, problem -> {
            response.setStatus(problem.status());
            model.addAttribute("errors", ErrorSummary.of(problem));
            model.addAttribute("version", version);
            ApprovalChoices choices = orProblem(approver.choices(caller));
            return show(caller, found, choices, new Typed(checks, assignment.complete(), sent), model);
        });
    }

    private Answer<CaseView> approve(
            Caller caller,
            CaseView found,
            long version,
            Confirmation confirmation,
            AssignmentInput typed,
            Locale language) {
        List<Fault> faults = new ArrayList<>();
        Assignment assignment = typed.read(found.form(), new Words(language), faults);
        return faults.isEmpty()
                ? approver.approve(caller, found.id(), version, confirmation, assignment)
                : new Answer.Refused<>(refusals.of(Refusal.invalid(faults), language));
    }

    private String show(Caller caller, CaseView found, ApprovalChoices choices, Typed typed, Model model) {
        Guideline guideline = found.guideline();
        boolean own = caller.identity().is(found.requester());
        model.addAttribute("case", found);
        model.addAttribute("own", own);
        model.addAttribute(
                "decides", found.isOpen() && !own && caller.identity().has(Role.APPROVER));
        model.addAttribute("administers", caller.identity().has(Role.ADMINISTRATOR));
        model.addAttribute("recordsWord", found.isPending() && found.form().urgent() && mayRecord(caller, own));
        model.addAttribute("names", orProblem(officer.choices(caller)));
        model.addAttribute("choices", choices);
        model.addAttribute("checks", typed.checks());
        model.addAttribute("typed", typed.assignment());
        model.addAttribute("answers", typed.answers());
        model.addAttribute("units", PublicationPeriod.Unit.values());
        model.addAttribute("longest", guideline == null ? null : guideline.longestPeriod());
        model.addAttribute(
                "timeline", officer.timeline(caller, found.requestId()).ifDone().orElse(List.of()));
        model.addAttribute("alike", alike(caller, found));
        model.addAttribute("now", clock.instant());
        return "staff/approval";
    }

    /** What stands on the site already in the category that is proposed; nothing, where that cannot be asked now. */
    private List<OnSite> alike(Caller caller, CaseView found) {
        String category = found.form().category();
        return category == null
                ? List.of()
                : approver.onSite(caller, category, ALIKE).ifDone().orElse(List.of());
    }

    private static boolean mayRecord(Caller caller, boolean own) {
        return own || caller.identity().has(Role.WEBMASTER);
    }
}
