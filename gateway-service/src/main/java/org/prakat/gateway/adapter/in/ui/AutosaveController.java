package org.prakat.gateway.adapter.in.ui;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.prakat.common.calendar.DateText;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.gateway.adapter.in.ui.RequestView.Form;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Keeps a draft while its owner is still typing. The version that they saw is checked as ever. */
@RestController
class AutosaveController {

    /**
     * What became of it.
     *
     * @param address where the form now is
     * @param version to be sent the next time; as it was, when nothing was kept
     * @param says what is told to whoever types
     */
    record Kept(String address, long version, String says) {}

    private static final String AUTOSAVE = "/autosave";

    private final OfficerApi officer;
    private final Refusals refusals;
    private final MessageSource texts;
    private final InstantSource clock;

    AutosaveController(OfficerApi officer, Refusals refusals, MessageSource texts, InstantSource clock) {
        this.officer = officer;
        this.refusals = refusals;
        this.texts = texts;
        this.clock = clock;
    }

    @PostMapping(FormController.NEW + AUTOSAVE)
    ResponseEntity<Kept> begin(Caller caller, DetailsInput typed) {
        List<Fault> faults = new ArrayList<>();
        Form form = typed.into(Form.empty(null), faults);
        Answer<RequestView> answer = faults.isEmpty() ? officer.begin(caller, form) : refused(faults, caller);
        return told(answer, FormStep.DETAILS, FormController.NEW, 0, caller);
    }

    @PostMapping(FormController.DETAILS + AUTOSAVE)
    ResponseEntity<Kept> details(
            Caller caller, @PathVariable String id, @RequestParam long version, DetailsInput typed) {
        List<Fault> faults = new ArrayList<>();
        Form form = typed.into(PageProblem.orProblem(officer.read(caller, id)), faults);
        return keep(caller, id, version, form, faults, FormStep.DETAILS);
    }

    @PostMapping(FormController.PERIOD + AUTOSAVE)
    ResponseEntity<Kept> period(Caller caller, @PathVariable String id, @RequestParam long version, PeriodInput typed) {
        List<Fault> faults = new ArrayList<>();
        RequestView draft = PageProblem.orProblem(officer.read(caller, id));
        Form form = typed.into(draft.form(), new Words(caller.language()), faults);
        return keep(caller, id, version, form, faults, FormStep.PERIOD);
    }

    private ResponseEntity<Kept> keep(
            Caller caller, String id, long version, Form form, List<Fault> faults, FormStep step) {
        Answer<RequestView> answer =
                faults.isEmpty() ? officer.edit(caller, id, version, form) : refused(faults, caller);
        return told(answer, step, step.at(id), version, caller);
    }

    private Answer<RequestView> refused(List<Fault> faults, Caller caller) {
        return new Answer.Refused<>(refusals.of(Refusal.invalid(faults), caller.language()));
    }

    private ResponseEntity<Kept> told(
            Answer<RequestView> answer, FormStep step, String address, long version, Caller caller) {
        return answer.either(
                kept -> ResponseEntity.ok(
                        new Kept(step.at(kept.id()), kept.version(), text("autosave.saved", caller, now(caller)))),
                problem -> ResponseEntity.status(problem.status())
                        .body(new Kept(address, version, text("autosave.notSaved", caller, problem.title()))));
    }

    private String now(Caller caller) {
        return DateText.in(caller.language()).moment(clock.instant());
    }

    private String text(String key, Caller caller, String argument) {
        return texts.getMessage(key, new Object[] {argument}, caller.language());
    }
}
