package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the person who has signed in. */
@Controller
class HomeController {

    private static final int NOTICES = 5;

    private final List<HomePart> parts;
    private final Services services;

    HomeController(List<HomePart> parts, Services services) {
        this.parts = List.copyOf(parts);
        this.services = services;
    }

    @GetMapping(StaffUi.HOME)
    String home(Caller caller, Model model) {
        List<HomePart> own =
                parts.stream().filter(part -> part.concerns(caller.identity())).toList();
        own.forEach(part -> part.fill(caller, model));
        model.addAttribute("parts", own.stream().map(HomePart::template).toList());
        model.addAttribute(
                "notices",
                NoticesController.newest(services, caller, NOTICES).ifDone().orElse(null));
        return "staff/home";
    }
}
