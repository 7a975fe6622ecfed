package org.prakat.gateway.adapter.in.ui;

import org.prakat.common.domain.Role;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether every service answers. */
@Controller
class HealthController {

    static final String PATH = AdministrationPages.HOME + "/health";

    private final ServiceHealth health;

    HealthController(ServiceHealth health) {
        this.health = health;
    }

    @GetMapping(PATH)
    String health(Caller caller, Model model) {
        PageProblem.require(caller.identity().has(Role.ADMINISTRATOR));
        model.addAttribute("conditions", health.conditions(caller));
        return "staff/health";
    }
}
