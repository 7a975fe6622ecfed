package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.gateway.adapter.in.ui.ApproverApi.CaseList;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What waits for an approver: what is to be decided, and which verbal approvals are to be confirmed. */
@Component
@Order(-2)
class ApproverHome implements HomePart {

    private static final int MOST = 200;

    /** How many of them are of a kind. */
    public record Waiting(List<CaseView> cases, long late, long urgent) {

        static Waiting of(List<CaseView> cases, Instant now) {
            return new Waiting(
                    cases,
                    cases.stream().filter(each -> each.isLateAt(now)).count(),
                    cases.stream().filter(each -> each.form().urgent()).count());
        }
    }

    private final ApproverApi approver;
    private final InstantSource clock;

    ApproverHome(ApproverApi approver, InstantSource clock) {
        this.approver = approver;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Identity who) {
        return who.has(Role.APPROVER);
    }

    @Override
    public String template() {
        return "staff/home-approver";
    }

    @Override
    public void fill(Caller caller, Model model) {
        Instant now = clock.instant();
        // Where the service does not answer, the part says so and the rest of the page stands.
        Waiting waiting = approver.cases(caller, "APPROVED_VERBALLY", null, MOST)
                .ifDone()
                .flatMap(toConfirm -> approver.cases(caller, "PENDING", null, MOST)
                        .ifDone()
                        .map(pending -> Waiting.of(together(toConfirm, pending), now)))
                .orElse(null);
        model.addAttribute("toDecide", waiting);
        model.addAttribute("now", now);
    }

    private static List<CaseView> together(CaseList first, CaseList second) {
        List<CaseView> all = new ArrayList<>(first.items());
        all.addAll(second.items());
        return all;
    }
}
