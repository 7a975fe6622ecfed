package org.prakat.gateway.adapter.in.ui;

import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Where an auditor begins. Nothing waits for one. */
@Component
@Order(-3)
class AuditorHome implements HomePart {

    @Override
    public boolean concerns(Identity who) {
        return who.has(Role.AUDITOR);
    }

    @Override
    public String template() {
        return "staff/home-auditor";
    }

    @Override
    public void fill(Caller caller, Model model) {
        // The page is the same for every auditor.
    }
}
