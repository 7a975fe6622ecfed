package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.OfficeDefined;
import org.prakat.gateway.application.AdministerOfficeClients;
import org.prakat.gateway.application.AdministerOfficeClients.Issued;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.prakat.gateway.domain.OfficeClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The programs of other offices that may hand in requests, and their secrets. */
@Controller
class OfficeClientsController {

    static final String LIST = AdministrationPages.HOME + "/office-clients";
    private static final String NEW = AdministrationPages.HOME + "/new-office-client";
    private static final String ONE = LIST + "/{id}";
    private static final String SECRET = ONE + "/secret";
    private static final String REVOCATION = ONE + "/revocation";
    private static final int ON_A_PAGE = 50;

    private final AdministerOfficeClients clients;
    private final ReferenceDesk<OfficeDefined> offices;
    private final Refusals refusals;

    OfficeClientsController(AdministerOfficeClients clients, ReferenceDesk<OfficeDefined> offices, Refusals refusals) {
        this.clients = clients;
        this.offices = offices;
        this.refusals = refusals;
    }

    @GetMapping(LIST)
    String list(Caller caller, @RequestParam(required = false) @Nullable String cursor, Model model) {
        Page<Versioned<OfficeClient>> page =
                orProblem(answer(caller, clients.list(caller.identity(), cursor, ON_A_PAGE)));
        model.addAttribute(
                "clients", page.items().stream().map(Versioned::state).toList());
        model.addAttribute("next", page.next());
        model.addAttribute("first", cursor == null);
        return offices(caller, "staff/office-clients", model);
    }

    @GetMapping(NEW)
    String begin(Caller caller, Model model) {
        model.mergeAttributes(
                Map.of("typed", OfficeClientInput.to(caller.identity().office())));
        return offices(caller, "staff/office-client", model);
    }

    @PostMapping(NEW)
    String add(Caller caller, OfficeClientInput typed, Model model, HttpServletResponse response) {
        String id = typed.id() == null ? "" : typed.id().strip();
        Answer<Versioned<OfficeClient>> answer =
                clients.read(caller.identity(), id).isOk()
                        ? new Answer.Refused<>(
                                refusals.of(Refusal.invalid(List.of(new Fault("id", "ID_TAKEN"))), caller.language()))
                        : answer(caller, clients.define(caller.identity(), id, 0, typed.definition()));
        return answer.either(made -> to(id), problem -> {
            PageErrors.show(problem, model, response);
            model.addAttribute("typed", typed);
            return begin(caller, model);
        });
    }

    @GetMapping(ONE)
    String one(Caller caller, @PathVariable String id, Model model) {
        Versioned<OfficeClient> client = read(caller, id);
        model.addAttribute("client", client.state());
        model.mergeAttributes(Map.of("typed", OfficeClientInput.of(client.state()), "version", client.version()));
        return offices(caller, "staff/office-client", model);
    }

    @PostMapping(ONE)
    String change(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            OfficeClientInput typed,
            Model model,
            HttpServletResponse response) {
        return answer(caller, clients.define(caller.identity(), id, version, typed.definition()))
                .either(changed -> to(id), problem -> {
                    PageErrors.show(problem, model, response);
                    model.addAttribute("typed", typed);
                    model.addAttribute("version", version);
                    return one(caller, id, model);
                });
    }

    /** Says what a new secret leads to. */
    @GetMapping(SECRET)
    String secret(Caller caller, @PathVariable String id, Model model) {
        return confirmation(caller, id, "secret", model);
    }

    /** Shows the new secret, this once: the page is the answer, and there is no address at which it could be read again. */
    @PostMapping(SECRET)
    String issue(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            Model model,
            HttpServletResponse response) {
        return answer(caller, clients.issueSecret(caller.identity(), id, version))
                .either(
                        issued -> shown(issued, model),
                        problem -> again(caller, id, "secret", problem, model, response));
    }

    private static String shown(Issued issued, Model model) {
        model.addAttribute("client", issued.client().state());
        model.addAttribute("secret", issued.secret());
        return "staff/office-client-secret";
    }

    /** Says what it means that a program has no secret any more. */
    @GetMapping(REVOCATION)
    String revocation(Caller caller, @PathVariable String id, Model model) {
        return confirmation(caller, id, "revocation", model);
    }

    @PostMapping(REVOCATION)
    String revoke(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            Model model,
            HttpServletResponse response) {
        return answer(caller, clients.revokeSecret(caller.identity(), id, version))
                .either(
                        revoked -> "redirect:" + LIST + "/" + id + "?done=secretRevoked",
                        problem -> again(caller, id, "revocation", problem, model, response));
    }

    private String again(
            Caller caller, String id, String what, Problem problem, Model model, HttpServletResponse response) {
        PageErrors.show(problem, model, response);
        return confirmation(caller, id, what, model);
    }

    private String confirmation(Caller caller, String id, String what, Model model) {
        Versioned<OfficeClient> client = read(caller, id);
        model.addAttribute("client", client.state());
        model.mergeAttributes(Map.of("version", client.version(), "what", what));
        return "staff/office-client-confirmation";
    }

    private Versioned<OfficeClient> read(Caller caller, String id) {
        return orProblem(answer(caller, clients.read(caller.identity(), id)));
    }

    private <R> Answer<R> answer(Caller caller, Result<R> result) {
        return refusals.answer(result, caller.language());
    }

    private String offices(Caller caller, String template, Model model) {
        model.addAttribute("offices", Options.of(offices.all(caller), OfficeDefined::id, OfficeDefined::name));
        return template;
    }

    private static String to(String id) {
        return "redirect:" + LIST + "/" + id + "?done=officeClientSaved";
    }
}
