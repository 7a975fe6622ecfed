package org.prakat.gateway.adapter.in.ui;

import java.util.Arrays;
import java.util.List;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.gateway.adapter.in.ui.DeadLetters.Status;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Service;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What waits for an administrator: services that do not answer, and what they could not handle. */
@Component
@Order(-4)
class AdministratorHome implements HomePart {

    private static final int MOST = 200;

    /**
     * A service that needs to be looked at.
     *
     * @param letters how many of its dead letters wait, up to 200
     */
    public record Concern(String service, ServiceHealth.State state, int letters) {

        boolean isOne() {
            return state != ServiceHealth.State.READY || letters > 0;
        }
    }

    private final DeadLetters letters;
    private final ServiceHealth health;

    AdministratorHome(DeadLetters letters, ServiceHealth health) {
        this.letters = letters;
        this.health = health;
    }

    @Override
    public boolean concerns(Identity who) {
        return who.has(Role.ADMINISTRATOR);
    }

    @Override
    public String template() {
        return "staff/home-administrator";
    }

    @Override
    public void fill(Caller caller, Model model) {
        List<Concern> concerns = Arrays.stream(Service.values())
                .map(service -> new Concern(service.id(), health.state(caller, service), waiting(caller, service)))
                .filter(Concern::isOne)
                .toList();
        model.addAttribute("concerns", concerns);
        model.addAttribute("places", AdministrationController.PLACES);
    }

    private int waiting(Caller caller, Service service) {
        return letters.list(caller, service, Status.WAITING, null, MOST)
                .ifDone()
                .map(page -> page.items().size())
                .orElse(0);
    }
}
