package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.adapter.in.ui.WebmasterApi.TakeDown;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done about an item that stands on the site: keeping it right and current (3.3), and taking it off (3.4). */
@Controller
class UpkeepController {

    private static final String CORRECTION = WebmasterPages.ONE + "/correction/{field:title|summary|source}";
    private static final String HOLD = WebmasterPages.ONE + "/hold";
    private static final String RELEASE = WebmasterPages.ONE + "/release";
    private static final String TAKE_DOWN = WebmasterPages.ONE + "/take-down";

    /** Why a person may take something off the site, as publishing-service names it. */
    private static final List<String> CAUSES = List.of("PUBLISHED_IN_ERROR", "PERSONAL_DATA", "WITHDRAWN", "REPLACED");

    /** What is typed to take an item off the site. */
    public record TakeDownInput(
            @Nullable String cause, @Nullable String explanation, @Nullable String successor, @Nullable String notice) {

        static final TakeDownInput EMPTY = new TakeDownInput(null, null, null, null);

        TakeDown order() {
            return new TakeDown(cause, explanation, successor, notice);
        }
    }

    private final WebmasterApi webmaster;

    UpkeepController(WebmasterApi webmaster) {
        this.webmaster = webmaster;
    }

    @InitBinder
    void emptyIsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping(CORRECTION)
    String correction(Caller caller, @PathVariable String id, @PathVariable String field, Model model) {
        PublicationView item = orProblem(webmaster.read(caller, id));
        String present =
                switch (field) {
                    case "title" -> item.title();
                    case "summary" -> item.summary();
                    default -> item.source();
                };
        return correction(item, item.version(), field, present, model);
    }

    @PostMapping(CORRECTION)
    String correct(
            Caller caller,
            @PathVariable String id,
            @PathVariable String field,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String text,
            Model model,
            HttpServletResponse response) {
        return webmaster.correct(caller, id, version, field, text).either(done -> to(id, "corrected"), problem -> {
            refuse(problem, model, response);
            return correction(orProblem(webmaster.read(caller, id)), version, field, text, model);
        });
    }

    private static String correction(
            PublicationView item, long version, String field, @Nullable String text, Model model) {
        model.addAttribute("field", field);
        model.addAttribute("text", text);
        return page(item, version, "staff/publication-correction", model);
    }

    @PostMapping(WebmasterPages.ONE + "/currency-check")
    String confirmCurrent(Caller caller, @PathVariable String id, @RequestParam long version) {
        orProblem(webmaster.confirmCurrent(caller, id, version));
        return to(id, "confirmedCurrent");
    }

    @GetMapping(HOLD)
    String hold(Caller caller, @PathVariable String id, Model model) {
        PublicationView item = orProblem(webmaster.read(caller, id));
        return page(item, item.version(), "staff/publication-hold", model);
    }

    @PostMapping(HOLD)
    String hold(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String reason,
            Model model,
            HttpServletResponse response) {
        return webmaster.hold(caller, id, version, reason).either(done -> to(id, "held"), problem -> {
            refuse(problem, model, response);
            model.addAttribute("reason", reason);
            return page(orProblem(webmaster.read(caller, id)), version, "staff/publication-hold", model);
        });
    }

    /** Asks first: what should have left the site meanwhile leaves it at once. */
    @GetMapping(RELEASE)
    String release(Caller caller, @PathVariable String id, Model model) {
        PublicationView item = orProblem(webmaster.read(caller, id));
        return page(item, item.version(), "staff/publication-release", model);
    }

    @PostMapping(RELEASE)
    String release(Caller caller, @PathVariable String id, @RequestParam long version) {
        orProblem(webmaster.release(caller, id, version));
        return to(id, "released");
    }

    @GetMapping(TAKE_DOWN)
    String takeDown(Caller caller, @PathVariable String id, Model model) {
        PublicationView item = orProblem(webmaster.read(caller, id));
        return takeDown(caller, item, item.version(), TakeDownInput.EMPTY, model);
    }

    @PostMapping(TAKE_DOWN)
    String takeDown(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            TakeDownInput typed,
            Model model,
            HttpServletResponse response) {
        return webmaster.takeDown(caller, id, version, typed.order()).either(done -> to(id, "takenDown"), problem -> {
            refuse(problem, model, response);
            return takeDown(caller, orProblem(webmaster.read(caller, id)), version, typed, model);
        });
    }

    private String takeDown(Caller caller, PublicationView item, long version, TakeDownInput typed, Model model) {
        model.addAttribute("causes", CAUSES);
        model.addAttribute("typed", typed);
        model.addAttribute("copies", orProblem(webmaster.copies(caller, item.id())));
        return page(item, version, "staff/publication-take-down", model);
    }

    private static String page(PublicationView item, long version, String template, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("version", version);
        return template;
    }

    private static String to(String id, String done) {
        return "redirect:" + WebmasterPages.LIST + "/" + id + "?done=" + done;
    }

    private static void refuse(Problem problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("errors", ErrorSummary.of(problem));
    }
}
