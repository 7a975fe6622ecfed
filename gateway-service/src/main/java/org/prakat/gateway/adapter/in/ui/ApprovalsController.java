package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.adapter.in.ui.ApproverApi.CaseList;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for an approver, the most urgent first, and what was decided. */
@Controller
class ApprovalsController {

    private static final String HISTORY = ApproverPages.LIST + "/history";
    private static final int ON_A_PAGE = 25;
    private static final int MOST_TO_CONFIRM = 200;

    private static final List<String> SETTLED = List.of("APPROVED", "REJECTED", "CHANGES_REQUESTED", "WITHDRAWN");

    private final ApproverApi approver;
    private final InstantSource clock;

    ApprovalsController(ApproverApi approver, InstantSource clock) {
        this.approver = approver;
        this.clock = clock;
    }

    @GetMapping(ApproverPages.LIST)
    String inbox(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        CaseList pending = orProblem(approver.cases(caller, "PENDING", cursor, ON_A_PAGE));
        model.addAttribute(
                "toConfirm",
                cursor == null
                        ? orProblem(approver.cases(caller, "APPROVED_VERBALLY", null, MOST_TO_CONFIRM))
                                .items()
                        : List.of());
        return list(pending, cursor, "staff/approvals", model);
    }

    @GetMapping(HISTORY)
    String history(
            Caller caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        String shown = status != null && SETTLED.contains(status) ? status : SETTLED.get(0);
        model.addAttribute("statuses", SETTLED);
        model.addAttribute("shown", shown);
        CaseList settled = orProblem(approver.cases(caller, shown, cursor, ON_A_PAGE));
        return list(settled, cursor, "staff/approvals-history", model);
    }

    private String list(CaseList page, @Nullable String cursor, String template, Model model) {
        model.addAttribute("cases", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("first", cursor == null);
        model.addAttribute("now", clock.instant());
        return template;
    }
}
