package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.adapter.in.ui.WebmasterApi.PublicationList;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be published, what stands on the site, and what leaves it when. */
@Controller
class PublicationsController {

    private static final int ON_A_PAGE = 25;
    private static final int IN_THE_CALENDAR = 100;
    private static final int MOST_SCHEDULED = 200;

    private static final List<String> STATUSES =
            List.of("PUBLISHED", "SUSPENDED", "WITH_APPROVER", "RETURNED", "TAKEN_DOWN", "REMOVED");

    private final WebmasterApi webmaster;
    private final OfficerApi officer;
    private final InstantSource clock;

    PublicationsController(WebmasterApi webmaster, OfficerApi officer, InstantSource clock) {
        this.webmaster = webmaster;
        this.officer = officer;
        this.clock = clock;
    }

    @GetMapping(WebmasterPages.LIST)
    String queue(Caller caller, Model model) {
        Instant now = clock.instant();
        model.addAttribute("toPublish", orProblem(WebmasterQueue.of(webmaster, caller, now)));
        model.addAttribute(
                "scheduled",
                orProblem(webmaster.ofStatus(caller, "SCHEDULED", null, MOST_SCHEDULED))
                        .items());
        return frame(caller, "staff/publications", model);
    }

    @GetMapping(WebmasterPages.LIST + "/on-site")
    String onSite(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String shown = status != null && STATUSES.contains(status) ? status : STATUSES.get(0);
        model.addAttribute("statuses", STATUSES);
        model.addAttribute("shown", shown);
        page(orProblem(webmaster.ofStatus(caller, shown, cursor, ON_A_PAGE)), cursor, model);
        return frame(caller, "staff/publications-on-site", model);
    }

    @GetMapping(WebmasterPages.LIST + "/expiring")
    String expiring(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        PublicationList ending = orProblem(webmaster.expiring(caller, cursor, IN_THE_CALENDAR));
        page(ending, cursor, model);
        model.addAttribute("months", EndingMonth.of(ending.items()));
        return frame(caller, "staff/publications-expiring", model);
    }

    private static void page(PublicationList list, @Nullable String cursor, Model model) {
        model.addAttribute("publications", list.items());
        model.addAttribute("next", list.next());
        model.addAttribute("first", cursor == null);
    }

    private String frame(Caller caller, String template, Model model) {
        model.addAttribute("names", orProblem(officer.choices(caller)));
        model.addAttribute("now", clock.instant());
        return template;
    }
}
