package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Role;
import org.prakat.gateway.adapter.in.ui.OfficerApi.RequestList;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own requests, and each with what has become of it. */
@Controller
class RequestsController {

    private static final int ON_A_PAGE = 25;

    private final OfficerApi officer;

    RequestsController(OfficerApi officer) {
        this.officer = officer;
    }

    @GetMapping(RequestPages.LIST)
    String list(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        RequestList mine = orProblem(officer.mine(caller, cursor, ON_A_PAGE));
        model.addAttribute("requests", mine.items());
        model.addAttribute("next", mine.next());
        model.addAttribute("first", cursor == null);
        return "staff/requests";
    }

    @GetMapping(RequestPages.ONE)
    String one(Caller caller, @PathVariable String id, Model model) {
        // Before the request: a decision between the two would stand in the timeline of a request still waiting.
        model.addAttribute("timeline", orProblem(officer.timeline(caller, id)));
        RequestView request = orProblem(officer.read(caller, id));
        model.addAttribute("request", request);
        boolean own = caller.identity().is(request.requester());
        model.addAttribute("own", own);
        model.addAttribute("decides", !own && caller.identity().has(Role.APPROVER));
        model.addAttribute("publishes", caller.identity().has(Role.WEBMASTER));
        model.addAttribute("recordsWord", own || caller.identity().has(Role.WEBMASTER));
        model.addAttribute("approvers", own && request.isSubmitted() ? orProblem(officer.approvers(caller, id)) : null);
        model.addAttribute("choices", orProblem(officer.choices(caller)));
        return "staff/request";
    }
}
