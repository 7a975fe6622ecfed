package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.StaffDefined.Absence;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.domain.Account;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may sign in, and as what. */
@Controller
class AccountsController {

    static final String LIST = AdministrationPages.HOME + "/accounts";

    private static final String NEW = AdministrationPages.HOME + "/new-account";
    private static final String ONE = LIST + "/{id}";
    private static final String DEACTIVATION = ONE + "/deactivation";
    private static final int ON_A_PAGE = 50;

    private final AccountDesk accounts;
    private final ReferenceDesk<OfficeDefined> offices;
    private final ReferenceDesk<WorkGroupDefined> workGroups;

    AccountsController(
            AccountDesk accounts, ReferenceDesk<OfficeDefined> offices, ReferenceDesk<WorkGroupDefined> workGroups) {
        this.accounts = accounts;
        this.offices = offices;
        this.workGroups = workGroups;
    }

    @GetMapping(LIST)
    String list(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        Page<Versioned<Account>> page = accounts.page(caller, cursor, ON_A_PAGE);
        model.addAttribute(
                "accounts", page.items().stream().map(Versioned::state).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("first", cursor == null);
        choices(caller, model);
        return "staff/accounts";
    }

    @GetMapping(NEW)
    String begin(Caller caller, Model model) {
        model.mergeAttributes(
                Map.of("typed", AccountInput.empty(caller.identity().office())));
        choices(caller, model);
        return "staff/account-new";
    }

    @PostMapping(NEW)
    String add(Caller caller, AccountInput typed, Model model, HttpServletResponse response) {
        return accounts.add(caller, typed.definition(true))
                .either(made -> to(made.state().id(), "accountMade"), problem -> {
                    PageErrors.show(problem, model, response);
                    model.addAttribute("typed", typed);
                    return begin(caller, model);
                });
    }

    @GetMapping(ONE)
    String one(Caller caller, @PathVariable String id, Model model) {
        Versioned<Account> account = accounts.read(caller, id);
        model.addAttribute("account", account.state());
        model.mergeAttributes(Map.of(
                "typed",
                AccountInput.of(account.state()),
                "version",
                account.version(),
                "typedAbsence",
                AbsenceInput.EMPTY));
        choices(caller, model);
        return "staff/account";
    }

    @PostMapping(ONE)
    String change(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            AccountInput typed,
            Model model,
            HttpServletResponse response) {
        boolean active = accounts.read(caller, id).state().active();
        model.addAttribute("typed", typed);
        model.addAttribute("version", version);
        return done(caller, id, accounts.define(caller, id, version, typed.definition(active)), model, response);
    }

    @PostMapping(ONE + "/password")
    String setPassword(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String newPassword,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response) {
        return accounts.setPassword(caller, id, newPassword, repeated).either(set -> to(id, "passwordSet"), problem -> {
            PageErrors.show(problem, model, response);
            return one(caller, id, model);
        });
    }

    @PostMapping(ONE + "/absences")
    String addAbsence(
            Caller caller, @PathVariable String id, AbsenceInput typed, Model model, HttpServletResponse response) {
        model.addAttribute("typedAbsence", typed.complete());
        return done(caller, id, accounts.addAbsence(caller, id, typed), model, response);
    }

    @PostMapping(ONE + "/absences/{first}/{last}/removal")
    String removeAbsence(
            Caller caller,
            @PathVariable String id,
            @PathVariable LocalDate first,
            @PathVariable LocalDate last,
            Model model,
            HttpServletResponse response) {
        return done(caller, id, accounts.removeAbsence(caller, id, new Absence(first, last)), model, response);
    }

    private String done(
            Caller caller, String id, Answer<Versioned<Account>> answer, Model model, HttpServletResponse response) {
        return answer.either(saved -> to(id, "accountSaved"), problem -> {
            PageErrors.show(problem, model, response);
            return one(caller, id, model);
        });
    }

    /** Asks whether a person is really to be locked out, and says what it leads to. */
    @GetMapping(DEACTIVATION)
    String deactivation(Caller caller, @PathVariable String id, Model model) {
        Versioned<Account> account = accounts.read(caller, id);
        model.addAttribute("account", account.state());
        model.addAttribute("version", account.version());
        return "staff/account-deactivation";
    }

    @PostMapping(DEACTIVATION)
    String deactivate(Caller caller, @PathVariable String id, @RequestParam long version) {
        return activate(caller, id, version, false);
    }

    @PostMapping(ONE + "/activation")
    String activate(Caller caller, @PathVariable String id, @RequestParam long version) {
        return activate(caller, id, version, true);
    }

    private String activate(Caller caller, String id, long version, boolean active) {
        AccountInput asItIs = AccountInput.of(accounts.read(caller, id).state());
        orProblem(accounts.define(caller, id, version, asItIs.definition(active)));
        return to(id, "accountSaved");
    }

    private void choices(Caller caller, Model model) {
        model.addAttribute("offices", Options.of(offices.all(caller), OfficeDefined::id, OfficeDefined::name));
        model.addAttribute(
                "workGroups", Options.of(workGroups.all(caller), WorkGroupDefined::id, WorkGroupDefined::name));
        model.addAttribute("roles", Role.values());
    }

    private static String to(String id, String done) {
        return "redirect:" + LIST + "/" + id + "?done=" + done;
    }
}
