package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.ReasonsDefined.Reason;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.domain.ReasonsDefinition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reasons for which an office refuses: each may be reworded or no longer offered, none may go. */
@Controller
class ReasonsController {

    private static final String PATH = OfficesController.ONE + "/reasons";
    private static final String NEW = OfficesController.ONE + "/new-reason";
    private static final String ONE = PATH + "/{code}";

    private final ReferenceDesk<ReasonsDefined> reasons;
    private final ReferenceDesk<OfficeDefined> offices;

    ReasonsController(ReferenceDesk<ReasonsDefined> reasons, ReferenceDesk<OfficeDefined> offices) {
        this.reasons = reasons;
        this.offices = offices;
    }

    @GetMapping(PATH)
    String list(Caller caller, @PathVariable String id, Model model) {
        model.addAttribute("office", offices.read(caller, id).state());
        model.addAttribute("reasons", present(caller, id).state().reasons());
        return "staff/reasons";
    }

    /** What is laid down; those of the procedure, as long as the version is 0. */
    private Versioned<ReasonsDefined> present(Caller caller, String office) {
        return reasons.find(caller, office).orElseGet(() -> new Versioned<>(ReasonsDefined.ofTheProcedure(office), 0));
    }

    @GetMapping(NEW)
    String begin(Caller caller, @PathVariable String id, Model model) {
        model.addAttribute("office", offices.read(caller, id).state());
        model.mergeAttributes(Map.of(
                "typed", ReasonInput.EMPTY, "version", present(caller, id).version()));
        return "staff/reason";
    }

    @PostMapping(NEW)
    String add(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            ReasonInput typed,
            Model model,
            HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        String code = typed.code() == null ? "" : typed.code().strip();
        List<Reason> all = new ArrayList<>(present(caller, id).state().reasons());
        if (all.stream().anyMatch(reason -> reason.code().equals(code))) {
            faults.add(new Fault("code", "ID_TAKEN"));
        }
        all.add(typed.read(code, faults));
        return define(caller, id, version, faults, all).either(saved -> to(id), problem -> {
            PageErrors.show(problem, model, response);
            model.addAttribute("typed", typed);
            model.addAttribute("version", version);
            return begin(caller, id, model);
        });
    }

    @GetMapping(ONE)
    String one(Caller caller, @PathVariable String id, @PathVariable String code, Model model) {
        Versioned<ReasonsDefined> present = present(caller, id);
        Reason reason = present.state().reasons().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(PageProblem::notFound);
        model.addAttribute("office", offices.read(caller, id).state());
        model.addAttribute("reason", reason);
        model.mergeAttributes(Map.of("typed", ReasonInput.of(reason), "version", present.version()));
        return "staff/reason";
    }

    @PostMapping(ONE)
    String change(
            Caller caller,
            @PathVariable String id,
            @PathVariable String code,
            @RequestParam long version,
            ReasonInput typed,
            Model model,
            HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        Reason changed = typed.read(code, faults);
        List<Reason> all = present(caller, id).state().reasons().stream()
                .map(each -> each.code().equals(code) ? changed : each)
                .toList();
        return define(caller, id, version, faults, all).either(saved -> to(id), problem -> {
            PageErrors.show(problem, model, response);
            model.addAttribute("typed", typed);
            model.addAttribute("version", version);
            return one(caller, id, code, model);
        });
    }

    private Answer<Versioned<ReasonsDefined>> define(
            Caller caller, String office, long seen, List<Fault> faults, List<Reason> all) {
        return reasons.define(caller, office, seen, faults, new ReasonsDefinition(all));
    }

    private static String to(String office) {
        return "redirect:" + OfficesController.LIST + "/" + office + "/reasons?done=reasonsSaved";
    }
}
