package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
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
    private final OfficerApi officer;
    private final InstantSource clock;

    WebmasterHome(WebmasterApi webmaster, OfficerApi officer, InstantSource clock) {
        this.webmaster = webmaster;
        this.officer = officer;
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
        Instant now = clock.instant();
        Choices names = officer.choices(caller).ifDone().orElse(null);
        // Where a service does not answer, the part says so and the rest of the page stands.
        model.addAttribute(
                "toPublish",
                names == null
                        ? null
                        : WebmasterQueue.of(webmaster, caller, now).ifDone().orElse(null));
        model.addAttribute("names", names);
        model.addAttribute("now", now);
    }
}
