package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.domain.AppointmentOrderDefinition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The appointment orders: who may approve, publish and remove, and since when. */
@Controller
class OrdersController {

    static final String LIST = AdministrationPages.HOME + "/appointment-orders";

    private static final String NEW = AdministrationPages.HOME + "/new-appointment-order";
    private static final String ONE = LIST + "/{id}";
    private static final String REVOCATION = ONE + "/revocation";

    /** As the domain names them. */
    private static final List<String> CAPACITIES = List.of("ACTING_ON_BEHALF", "IN_CHARGE");

    /** An order, and whether it holds today. */
    public record Row(AppointmentOrderDefined order, String state) {

        static Row of(AppointmentOrderDefined order, LocalDate today) {
            LocalDate end = order.validUntil();
            if (order.revoked()) {
                return new Row(order, "REVOKED");
            }
            if (today.isBefore(order.validFrom())) {
                return new Row(order, "NOT_YET");
            }
            return new Row(order, end != null && today.isAfter(end) ? "ENDED" : "IN_FORCE");
        }
    }

    private final ReferenceDesk<AppointmentOrderDefined> orders;
    private final AccountDesk accounts;
    private final ReferenceDesk<OfficeDefined> offices;
    private final ReferenceDesk<WorkGroupDefined> workGroups;
    private final InstantSource clock;

    OrdersController(
            ReferenceDesk<AppointmentOrderDefined> orders,
            AccountDesk accounts,
            ReferenceDesk<OfficeDefined> offices,
            ReferenceDesk<WorkGroupDefined> workGroups,
            InstantSource clock) {
        this.orders = orders;
        this.accounts = accounts;
        this.offices = offices;
        this.workGroups = workGroups;
        this.clock = clock;
    }

    @GetMapping(LIST)
    String list(Caller caller, Model model) {
        LocalDate today = OfficeZone.dateOf(clock.instant());
        model.addAttribute(
                "orders",
                orders.all(caller).stream()
                        .sorted(Comparator.comparing(AppointmentOrderDefined::date)
                                .reversed()
                                .thenComparing(AppointmentOrderDefined::number))
                        .map(order -> Row.of(order, today))
                        .toList());
        choices(caller, model);
        return "staff/orders";
    }

    @GetMapping(NEW)
    String begin(Caller caller, Model model) {
        model.mergeAttributes(Map.of("typed", OrderInput.empty(caller.identity().office())));
        choices(caller, model);
        return "staff/order";
    }

    @PostMapping(NEW)
    String add(Caller caller, OrderInput typed, Model model, HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        AppointmentOrderDefinition definition = typed.definition(false, new Words(caller.language()), faults);
        return orders.add(caller, Identifiers.next(), faults, definition)
                .either(made -> to(made.state().id(), "orderSaved"), problem -> {
                    PageErrors.show(problem, model, response);
                    model.addAttribute("typed", typed.complete());
                    return begin(caller, model);
                });
    }

    @GetMapping(ONE)
    String one(Caller caller, @PathVariable String id, Model model) {
        Versioned<AppointmentOrderDefined> order = orders.read(caller, id);
        model.addAttribute("order", order.state());
        model.mergeAttributes(Map.of(
                "typed", OrderInput.of(order.state(), new Words(caller.language())), "version", order.version()));
        choices(caller, model);
        return "staff/order";
    }

    @PostMapping(ONE)
    String change(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            OrderInput typed,
            Model model,
            HttpServletResponse response) {
        boolean revoked = orders.read(caller, id).state().revoked();
        List<Fault> faults = new ArrayList<>();
        AppointmentOrderDefinition definition = typed.definition(revoked, new Words(caller.language()), faults);
        return orders.define(caller, id, version, faults, definition).either(saved -> to(id, "orderSaved"), problem -> {
            PageErrors.show(problem, model, response);
            model.addAttribute("typed", typed.complete());
            model.addAttribute("version", version);
            return one(caller, id, model);
        });
    }

    /** Asks whether it is really to be taken back, and says what it leads to. */
    @GetMapping(REVOCATION)
    String revocation(Caller caller, @PathVariable String id, Model model) {
        Versioned<AppointmentOrderDefined> order = orders.read(caller, id);
        model.addAttribute("order", order.state());
        model.addAttribute("version", order.version());
        model.addAttribute("people", accounts.people(caller));
        return "staff/order-revocation";
    }

    @PostMapping(REVOCATION)
    String revoke(Caller caller, @PathVariable String id, @RequestParam long version) {
        Words words = new Words(caller.language());
        OrderInput asItIs = OrderInput.of(orders.read(caller, id).state(), words);
        List<Fault> none = new ArrayList<>();
        orProblem(orders.define(caller, id, version, none, asItIs.definition(true, words, none)));
        return to(id, "orderRevoked");
    }

    private void choices(Caller caller, Model model) {
        model.addAttribute("people", accounts.people(caller));
        model.addAttribute("offices", Options.of(offices.all(caller), OfficeDefined::id, OfficeDefined::name));
        model.addAttribute(
                "workGroups", Options.of(workGroups.all(caller), WorkGroupDefined::id, WorkGroupDefined::name));
        model.addAttribute("duties", Duty.values());
        model.addAttribute("capacities", CAPACITIES);
    }

    private static String to(String id, String done) {
        return "redirect:" + LIST + "/" + id + "?done=" + done;
    }
}
