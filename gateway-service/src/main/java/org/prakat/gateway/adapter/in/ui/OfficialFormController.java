package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import org.jspecify.annotations.Nullable;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The office's form, filled in as on paper, to be printed on A4 with its three signature blocks. */
@Controller
class OfficialFormController {

    private final OfficerApi officer;

    OfficialFormController(OfficerApi officer) {
        this.officer = officer;
    }

    @GetMapping(RequestPages.ONE + "/form")
    String form(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer revision,
            Model model) {
        model.addAttribute("form", orProblem(officer.officialForm(caller, id, revision)));
        return "staff/official-form";
    }
}
