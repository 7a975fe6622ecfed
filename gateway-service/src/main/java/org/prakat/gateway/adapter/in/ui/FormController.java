package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.PublicationPeriod;
import org.prakat.gateway.adapter.in.ui.RequestView.Form;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form's steps that are typed; each step keeps the draft. */
@Controller
class FormController {

    static final String NEW = "/staff/requests/new";
    static final String DETAILS = RequestPages.ONE + "/details";
    static final String PERIOD = RequestPages.ONE + "/period";

    /** What the button says that goes on. */
    private static final String NEXT = "next";

    private final OfficerApi officer;
    private final Refusals refusals;
    private final InstantSource clock;

    FormController(OfficerApi officer, Refusals refusals, InstantSource clock) {
        this.officer = officer;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping(NEW)
    String begin(Caller caller, Model model) {
        Form empty = Form.empty(caller.identity().workGroup());
        return details(caller, DetailsInput.of(empty), empty, model);
    }

    @PostMapping(NEW)
    String begin(
            Caller caller,
            DetailsInput typed,
            @RequestParam(defaultValue = NEXT) String go,
            Model model,
            HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        Form form = typed.into(Form.empty(null), faults);
        Answer<RequestView> answer = faults.isEmpty() ? officer.begin(caller, form) : refused(faults, caller);
        return answer.either(begun -> saved(begun, FormStep.DETAILS, go), problem -> {
            refuse(problem, model, response);
            return details(caller, typed, form, model);
        });
    }

    @GetMapping(DETAILS)
    String details(Caller caller, @PathVariable String id, Model model) {
        RequestView draft = draft(caller, id);
        show(draft, FormStep.DETAILS, draft.version(), model);
        return details(caller, DetailsInput.of(draft.form()), draft.form(), model);
    }

    @PostMapping(DETAILS)
    String details(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            DetailsInput typed,
            @RequestParam(defaultValue = NEXT) String go,
            Model model,
            HttpServletResponse response) {
        RequestView draft = draft(caller, id);
        List<Fault> faults = new ArrayList<>();
        Form form = typed.into(draft, faults);
        Answer<RequestView> answer =
                faults.isEmpty() ? officer.edit(caller, id, version, form) : refused(faults, caller);
        return answer.either(edited -> saved(edited, FormStep.DETAILS, go), problem -> {
            refuse(problem, model, response);
            show(draft, FormStep.DETAILS, version, model);
            return details(caller, draft.isSettled() ? DetailsInput.of(form) : typed, draft.form(), model);
        });
    }

    private String details(Caller caller, DetailsInput typed, Form form, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("amends", form.amends());
        model.addAttribute("steps", FormStep.of(form));
        model.addAttribute("choices", orProblem(officer.choices(caller)));
        return "staff/form-details";
    }

    @GetMapping(PERIOD)
    String period(Caller caller, @PathVariable String id, Locale language, Model model) {
        RequestView draft = draft(caller, id);
        show(draft, FormStep.PERIOD, draft.version(), model);
        Optional<Guideline> guideline = guideline(caller, draft);
        PeriodInput typed = PeriodInput.of(
                draft.form(), guideline.map(Guideline::defaultPeriod).orElse(null), new Words(language));
        return period(typed, draft.form(), guideline, model);
    }

    @PostMapping(PERIOD)
    String period(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            PeriodInput typed,
            @RequestParam(defaultValue = NEXT) String go,
            Locale language,
            Model model,
            HttpServletResponse response) {
        RequestView draft = draft(caller, id);
        List<Fault> faults = new ArrayList<>();
        Form form = typed.into(draft.form(), new Words(language), faults);
        Answer<RequestView> answer =
                faults.isEmpty() ? officer.edit(caller, id, version, form) : refused(faults, caller);
        return answer.either(edited -> saved(edited, FormStep.PERIOD, go), problem -> {
            refuse(problem, model, response);
            show(draft, FormStep.PERIOD, version, model);
            return period(typed.complete(), draft.form(), guideline(caller, draft), model);
        });
    }

    private static String period(PeriodInput typed, Form form, Optional<Guideline> guideline, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("amends", form.amends());
        model.addAttribute("units", PublicationPeriod.Unit.values());
        model.addAttribute("longest", guideline.map(Guideline::longestPeriod).orElse(null));
        return "staff/form-period";
    }

    private Optional<Guideline> guideline(Caller caller, RequestView draft) {
        LocalDate today = OfficeZone.dateOf(clock.instant());
        return orProblem(officer.choices(caller)).guideline(draft.form().category(), today);
    }

    private Answer<RequestView> refused(List<Fault> faults, Caller caller) {
        return new Answer.Refused<>(refusals.of(Refusal.invalid(faults), caller.language()));
    }

    private RequestView draft(Caller caller, String id) {
        return orProblem(officer.read(caller, id));
    }

    private static void show(RequestView draft, FormStep step, long version, Model model) {
        model.addAttribute("request", draft);
        model.addAttribute("version", version);
        model.addAttribute("step", step);
    }

    private static void refuse(Problem problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("errors", ErrorSummary.of(problem));
    }

    private static String saved(RequestView request, FormStep step, @Nullable String go) {
        String next = step.next(request.form()).at(request.id());
        return "redirect:" + (NEXT.equals(go) ? next : RequestPages.LIST + "/" + request.id() + "?done=saved");
    }
}
