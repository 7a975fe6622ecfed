package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.adapter.in.ui.PublicationView.Amendment;
import org.prakat.gateway.adapter.in.ui.WebmasterApi.Instruction;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An approved request about something on the site: carried out, or sent back to its owner. */
@Controller
class AmendmentController {

    private static final String ONE = WebmasterPages.ONE + "/amendments/{request}";
    private static final String BACK = ONE + "/return";

    private final WebmasterApi webmaster;
    private final OfficerApi officer;
    private final TurnBackPage turnBack;
    private final InstantSource clock;

    AmendmentController(WebmasterApi webmaster, OfficerApi officer, TurnBackPage turnBack, InstantSource clock) {
        this.webmaster = webmaster;
        this.officer = officer;
        this.turnBack = turnBack;
        this.clock = clock;
    }

    @InitBinder
    void emptyIsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping(ONE)
    String one(Caller caller, @PathVariable String id, @PathVariable String request, Model model) {
        PublicationView item = orProblem(webmaster.read(caller, id));
        return show(caller, item, item.version(), request, model);
    }

    @PostMapping(ONE)
    String execute(
            Caller caller,
            @PathVariable String id,
            @PathVariable String request,
            @RequestParam long version,
            @RequestParam(defaultValue = "false") boolean checked,
            @RequestParam(required = false) @Nullable String remark,
            Model model,
            HttpServletResponse response) {
        return webmaster
                .execute(caller, id, request, version, new Instruction(checked, remark, null))
                .either(done -> "redirect:" + pageOf(id) + "?done=executed", problem -> {
                    response.setStatus(problem.status());
                    model.addAttribute("errors", ErrorSummary.of(problem));
                    model.addAttribute("checked", checked);
                    model.addAttribute("remark", remark);
                    return show(caller, orProblem(webmaster.read(caller, id)), version, request, model);
                });
    }

    private String show(Caller caller, PublicationView item, long version, String request, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("version", version);
        model.addAttribute("amendment", amendmentOf(item, request));
        model.addAttribute("names", orProblem(officer.choices(caller)));
        model.addAttribute("now", clock.instant());
        return "staff/publication-amendment";
    }

    @GetMapping(BACK)
    String turnBack(Caller caller, @PathVariable String id, @PathVariable String request, Model model) {
        PublicationView item = orProblem(webmaster.read(caller, id));
        return turnBack.show(caller, subject(item, request, item.version()), model);
    }

    @PostMapping(BACK)
    String turnBack(
            Caller caller,
            @PathVariable String id,
            @PathVariable String request,
            @RequestParam long version,
            @RequestParam(name = "code", required = false) @Nullable List<String> ticked,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        PublicationView item = orProblem(webmaster.read(caller, id));
        return turnBack.send(
                caller,
                subject(item, request, version),
                sent,
                ticked,
                reasons -> webmaster.turnBackAmendment(caller, id, request, version, reasons),
                model,
                response);
    }

    private static TurnBackPage.Subject subject(PublicationView item, String request, long version) {
        String title = amendmentOf(item, request).assignment().form().title();
        String page = pageOf(item.id()) + "/amendments/" + request;
        String next = WebmasterPages.LIST + "?done=toOwner";
        return new TurnBackPage.Subject("toOwner", title, version, page + "/return", page, next);
    }

    private static Amendment amendmentOf(PublicationView item, String request) {
        return item.amendment(request).orElseThrow(PageProblem::notFound);
    }

    private static String pageOf(String id) {
        return WebmasterPages.LIST + "/" + id;
    }
}
