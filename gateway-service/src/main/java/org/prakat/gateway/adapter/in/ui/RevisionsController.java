package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.RejectionReason;
import org.prakat.gateway.adapter.in.ui.OfficerApi.Revision;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What changed between two submissions of a request, beside the reasons for which the earlier one was turned back. */
@Controller
class RevisionsController {

    private final OfficerApi officer;

    RevisionsController(OfficerApi officer) {
        this.officer = officer;
    }

    /**
     * @param from number of the earlier submission; null: the one before the later
     * @param to number of the later submission; null: the last
     */
    @GetMapping(RequestPages.ONE + "/changes")
    String changes(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Model model) {
        List<Revision> revisions = orProblem(officer.revisions(caller, id));
        Revision after = numbered(revisions, to == null ? revisions.size() : to);
        Revision before = numbered(revisions, from == null ? after.number() - 1 : from);
        model.addAttribute("request", orProblem(officer.read(caller, id)));
        model.addAttribute("revisions", revisions);
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("changes", orProblem(officer.changes(caller, id, before.number(), after.number())));
        model.addAttribute("why", why(caller, id, before.number()));
        model.addAttribute("choices", orProblem(officer.choices(caller)));
        return "staff/request-changes";
    }

    private static Revision numbered(List<Revision> revisions, int number) {
        return revisions.stream()
                .filter(revision -> revision.number() == number)
                .findFirst()
                .orElseThrow(PageProblem::notFound);
    }

    private List<RejectionReason> why(Caller caller, String id, int revision) {
        return orProblem(officer.timeline(caller, id)).stream()
                .filter(entry -> entry.revision() == revision)
                .flatMap(entry -> entry.reasons().stream())
                .toList();
    }
}
