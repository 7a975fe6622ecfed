package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.prakat.common.domain.Role;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads to all that an administrator lays down and looks after. */
@Controller
class AdministrationController {

    /** One of the places, with what it is for. */
    public record Place(String key, String path) {}

    static final List<Place> PLACES = List.of(
            new Place("accounts", AccountsController.LIST),
            new Place("orders", OrdersController.LIST),
            new Place("categories", CategoriesController.LIST),
            new Place("offices", OfficesController.LIST),
            new Place("workGroups", WorkGroupsController.LIST),
            new Place("officeClients", OfficeClientsController.LIST),
            new Place("deadLetters", DeadLettersController.LIST),
            new Place("health", HealthController.PATH));

    @GetMapping(AdministrationPages.HOME)
    String home(Caller caller, Model model) {
        PageProblem.require(caller.identity().has(Role.ADMINISTRATOR));
        model.addAttribute("places", PLACES);
        return "staff/administration";
    }
}
