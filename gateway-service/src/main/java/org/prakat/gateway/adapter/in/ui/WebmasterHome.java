package org.prakat.gateway.adapter.in.ui;

import java.time.InstantSource;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What waits for a webmaster: what is to be published or amended, and what is to be checked. */
@Component
@Order(-1)
class WebmasterHome implements HomePart {

    private final WebmasterApi webmaster;
    private final InstantSource clock;

    WebmasterHome(WebmasterApi webmaster, InstantSource clock) {
        this.webmaster = webmaster;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Identity who) {
        return who.has(Role.WEBMASTER);
    }

    @Override
    public String template() {
        return "staff/home-webmaster";
    }

    @Override
    public void fill(Caller caller, Model model) {
        // Where the service does not answer, the part says so and the rest of the page stands.
        model.addAttribute(
                "toPublish",
                WebmasterQueue.of(webmaster, caller, clock.instant()).ifDone().orElse(null));
        model.addAttribute("now", clock.instant());
    }
}
