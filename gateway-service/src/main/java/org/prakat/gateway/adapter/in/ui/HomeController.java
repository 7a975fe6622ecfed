package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the person who has signed in. */
@Controller
class HomeController {

    private final List<HomePart> parts;

    HomeController(List<HomePart> parts) {
        this.parts = List.copyOf(parts);
    }

    @GetMapping(StaffUi.HOME)
    String home(Caller caller, Model model) {
        List<HomePart> own =
                parts.stream().filter(part -> part.concerns(caller.identity())).toList();
        own.forEach(part -> part.fill(caller, model));
        model.addAttribute("parts", own.stream().map(HomePart::template).toList());
        return "staff/home";
    }
}
