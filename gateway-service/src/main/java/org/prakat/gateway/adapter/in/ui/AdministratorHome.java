package org.prakat.gateway.adapter.in.ui;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.gateway.adapter.in.ui.DeadLetters.Status;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Service;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What waits for an administrator: services that do not answer, what they could not handle, and work groups whose requests nobody
 * would decide.
 */
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
    private final ReferenceDesk<WorkGroupDefined> workGroups;
    private final ReferenceDesk<AppointmentOrderDefined> orders;
    private final InstantSource clock;

    AdministratorHome(
            DeadLetters letters,
            ServiceHealth health,
            ReferenceDesk<WorkGroupDefined> workGroups,
            ReferenceDesk<AppointmentOrderDefined> orders,
            InstantSource clock) {
        this.letters = letters;
        this.health = health;
        this.workGroups = workGroups;
        this.orders = orders;
        this.clock = clock;
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
        model.addAttribute("withoutApprover", withoutApprover(caller));
        model.addAttribute("places", AdministrationController.PLACES);
    }

    /** A deputy does not count: they approve only in the place of somebody. */
    private List<WorkGroupDefined> withoutApprover(Caller caller) {
        LocalDate today = OfficeZone.dateOf(clock.instant());
        List<AppointmentOrderDefined> heads = orders.all(caller).stream()
                .filter(order -> order.deputyFor() == null)
                .toList();
        return workGroups.all(caller).stream()
                .filter(group -> group.office().equals(caller.identity().office()))
                .filter(group ->
                        heads.stream().noneMatch(order -> order.gives(Duty.APPROVE, group.office(), group.id(), today)))
                .toList();
    }

    private int waiting(Caller caller, Service service) {
        return letters.list(caller, service, Status.WAITING, null, MOST)
                .ifDone()
                .map(page -> page.items().size())
                .orElse(0);
    }
}
