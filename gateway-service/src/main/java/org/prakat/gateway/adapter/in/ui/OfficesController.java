package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.OfficeDefined;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.domain.OfficeDefinition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The offices with their rules, their holidays and their reasons of refusal. */
@Controller
class OfficesController {

    static final String LIST = AdministrationPages.HOME + "/offices";
    static final String ONE = LIST + "/{id}";

    private static final String NEW = AdministrationPages.HOME + "/new-office";

    private final ReferenceDesk<OfficeDefined> offices;

    OfficesController(ReferenceDesk<OfficeDefined> offices) {
        this.offices = offices;
    }

    @GetMapping(LIST)
    String list(Caller caller, Model model) {
        model.addAttribute("offices", offices.all(caller));
        return "staff/offices";
    }

    @GetMapping(NEW)
    String begin(Caller caller, Model model) {
        PageProblem.require(caller.identity().has(Role.ADMINISTRATOR));
        model.mergeAttributes(Map.of("typed", OfficeInput.empty()));
        return "staff/office";
    }

    @PostMapping(NEW)
    String add(Caller caller, OfficeInput typed, Model model, HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        OfficeDefinition definition = typed.definition(faults);
        return offices.add(caller, typed.id(), faults, definition)
                .either(made -> to(made.state().id()), problem -> {
                    PageErrors.show(problem, model, response);
                    model.addAttribute("typed", typed);
                    return begin(caller, model);
                });
    }

    @GetMapping(ONE)
    String one(Caller caller, @PathVariable String id, Model model) {
        Versioned<OfficeDefined> office = offices.read(caller, id);
        model.addAttribute("office", office.state());
        model.mergeAttributes(Map.of("typed", OfficeInput.of(office.state()), "version", office.version()));
        return "staff/office";
    }

    @PostMapping(ONE)
    String change(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            OfficeInput typed,
            Model model,
            HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        OfficeDefinition definition = typed.definition(faults);
        return offices.define(caller, id, version, faults, definition).either(saved -> to(id), problem -> {
            PageErrors.show(problem, model, response);
            model.addAttribute("typed", typed);
            model.addAttribute("version", version);
            return one(caller, id, model);
        });
    }

    private static String to(String id) {
        return "redirect:" + LIST + "/" + id + "?done=officeSaved";
    }
}
