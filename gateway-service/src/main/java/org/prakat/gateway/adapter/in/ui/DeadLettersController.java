package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.adapter.in.ui.DeadLetters.Letters;
import org.prakat.gateway.adapter.in.ui.DeadLetters.Status;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Service;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a service could not handle: to read, to try again, or to discard. */
@Controller
class DeadLettersController {

    static final String LIST = AdministrationPages.HOME + "/dead-letters";

    private static final String ONE = LIST + "/{service}/{id}";
    private static final String DISCARD = ONE + "/discard";
    private static final int ON_A_PAGE = 50;

    private final DeadLetters letters;

    DeadLettersController(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping(LIST)
    String list(
            Caller caller,
            @RequestParam(defaultValue = "request-service") String service,
            @RequestParam(defaultValue = "WAITING") Status status,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Letters page = orProblem(letters.list(caller, DeadLetters.named(service), status, cursor, ON_A_PAGE));
        model.addAttribute("letters", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("first", cursor == null);
        model.addAttribute("service", service);
        model.addAttribute("status", status);
        model.addAttribute(
                "services", Arrays.stream(Service.values()).map(Service::id).toList());
        model.addAttribute("statuses", Status.values());
        return "staff/dead-letters";
    }

    @GetMapping(ONE)
    String one(Caller caller, @PathVariable String service, @PathVariable String id, Model model) {
        model.addAttribute("letter", orProblem(letters.read(caller, DeadLetters.named(service), id)));
        model.addAttribute("service", service);
        return "staff/dead-letter";
    }

    @PostMapping(ONE + "/replay")
    String replay(
            Caller caller,
            @PathVariable String service,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        return letters.replay(caller, DeadLetters.named(service), id)
                .either(done -> to(service, "letterReplayed"), problem -> {
                    PageErrors.show(problem, model, response);
                    return one(caller, service, id, model);
                });
    }

    /** Asks for the reason, and says what it leads to. */
    @GetMapping(DISCARD)
    String discard(Caller caller, @PathVariable String service, @PathVariable String id, Model model) {
        one(caller, service, id, model);
        return "staff/dead-letter-discard";
    }

    @PostMapping(DISCARD)
    String discard(
            Caller caller,
            @PathVariable String service,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            HttpServletResponse response) {
        return letters.discard(caller, DeadLetters.named(service), id, remark)
                .either(done -> to(service, "letterDiscarded"), problem -> {
                    PageErrors.show(problem, model, response);
                    model.addAttribute("remark", remark);
                    return discard(caller, service, id, model);
                });
    }

    private static String to(String service, String done) {
        return "redirect:" + LIST + "?service=" + service + "&done=" + done;
    }
}
