package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The work groups of the offices. */
@Controller
class WorkGroupsController {

    static final String LIST = AdministrationPages.HOME + "/work-groups";

    private static final String NEW = AdministrationPages.HOME + "/new-work-group";
    private static final String ONE = LIST + "/{id}";

    private final ReferenceDesk<WorkGroupDefined> workGroups;
    private final ReferenceDesk<OfficeDefined> offices;

    WorkGroupsController(ReferenceDesk<WorkGroupDefined> workGroups, ReferenceDesk<OfficeDefined> offices) {
        this.workGroups = workGroups;
        this.offices = offices;
    }

    @GetMapping(LIST)
    String list(Caller caller, Model model) {
        model.addAttribute("workGroups", workGroups.all(caller));
        offices(caller, model);
        return "staff/work-groups";
    }

    @GetMapping(NEW)
    String begin(Caller caller, Model model) {
        model.mergeAttributes(
                Map.of("typed", WorkGroupInput.empty(caller.identity().office())));
        offices(caller, model);
        return "staff/work-group";
    }

    @PostMapping(NEW)
    String add(Caller caller, WorkGroupInput typed, Model model, HttpServletResponse response) {
        Answer<Versioned<WorkGroupDefined>> answer = workGroups.add(caller, typed.id(), List.of(), typed.definition());
        return answer.either(made -> saved(), problem -> {
            PageErrors.show(problem, model, response);
            model.addAttribute("typed", typed);
            return begin(caller, model);
        });
    }

    @GetMapping(ONE)
    String one(Caller caller, @PathVariable String id, Model model) {
        Versioned<WorkGroupDefined> group = workGroups.read(caller, id);
        model.addAttribute("workGroup", group.state());
        model.mergeAttributes(Map.of("typed", WorkGroupInput.of(group.state()), "version", group.version()));
        offices(caller, model);
        return "staff/work-group";
    }

    @PostMapping(ONE)
    String change(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            WorkGroupInput typed,
            Model model,
            HttpServletResponse response) {
        return workGroups
                .define(caller, id, version, List.of(), typed.definition())
                .either(changed -> saved(), problem -> {
                    PageErrors.show(problem, model, response);
                    model.addAttribute("typed", typed);
                    model.addAttribute("version", version);
                    return one(caller, id, model);
                });
    }

    private void offices(Caller caller, Model model) {
        model.addAttribute("offices", Options.of(offices.all(caller), OfficeDefined::id, OfficeDefined::name));
    }

    private static String saved() {
        return "redirect:" + LIST + "?done=workGroupSaved";
    }
}
