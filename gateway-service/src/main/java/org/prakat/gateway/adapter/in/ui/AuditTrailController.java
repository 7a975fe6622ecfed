package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.audit.Verification;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Role;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what, and whether all of it is still as it was written. */
@Controller
class AuditTrailController {

    static final String PATH = "/staff/audit";

    private static final int ON_A_PAGE = 50;

    /** An entry as the page shows it. */
    public record Row(AuditTrail.Numbered numbered) {

        /** What it is about, whichever version. */
        public String thing() {
            String id = numbered.entry().id();
            int version = id.lastIndexOf('/');
            return version > id.indexOf('/') ? id.substring(0, version) : id;
        }
    }

    /**
     * What a verification found.
     *
     * @param found absent where the service did not answer
     * @param problem why not
     */
    public record Verified(String service, @Nullable Verification found, @Nullable String problem) {}

    private final AuditTrails trails;
    private final Refusals refusals;

    AuditTrailController(AuditTrails trails, Refusals refusals) {
        this.trails = trails;
        this.refusals = refusals;
    }

    @GetMapping(PATH)
    String list(
            Caller caller,
            AuditFilter typed,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            HttpServletResponse response) {
        AuditFilter filter = typed.complete();
        model.addAttribute("filter", filter);
        model.addAttribute("trails", AuditTrails.names());
        model.addAttribute("first", cursor == null);
        List<Fault> faults = new ArrayList<>();
        AuditTrail.Query query = filter.query(new Words(caller.language()), faults);
        if (!faults.isEmpty()) {
            Problem problem = refusals.of(Refusal.invalid(faults), caller.language());
            PageErrors.show(problem, model, response);
            model.addAttribute("rows", List.of());
            return "staff/audit";
        }
        AuditTrails.Entries entries =
                orProblem(trails.list(caller, String.valueOf(filter.service()), query, cursor, ON_A_PAGE));
        model.addAttribute("rows", entries.items().stream().map(Row::new).toList());
        model.addAttribute("next", entries.next());
        return "staff/audit";
    }

    @GetMapping(PATH + "/verification")
    String verify(Caller caller, Model model) {
        PageProblem.require(
                caller.identity().has(Role.AUDITOR) || caller.identity().has(Role.ADMINISTRATOR));
        model.addAttribute(
                "results",
                AuditTrails.names().stream()
                        .map(service -> verified(service, trails.verify(caller, service)))
                        .toList());
        return "staff/audit-verification";
    }

    private static Verified verified(String service, Answer<Verification> answer) {
        return answer.either(
                found -> new Verified(service, found, null), problem -> new Verified(service, null, problem.title()));
    }
}
