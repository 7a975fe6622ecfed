package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Role;
import org.prakat.gateway.adapter.in.ui.WebmasterApi.Instruction;
import org.prakat.gateway.application.port.Services.Answer;
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

/** An item with all that belongs to it, its way onto the site (3.1, 3.2), and its way back. */
@Controller
class PublishController {

    private static final String BACK = WebmasterPages.ONE + "/{to:return|return-to-approver}";

    /** What is typed to publish an item. */
    public record PublishInput(
            @Nullable Boolean checked, @Nullable String remark, @Nullable String when, @Nullable MomentInput at) {

        static final PublishInput EMPTY = new PublishInput(null, null, "now", MomentInput.orEmpty(null));

        PublishInput complete() {
            return new PublishInput(checked, remark, when, MomentInput.orEmpty(at));
        }

        Instruction read(Words words, List<Fault> faults) {
            return new Instruction(
                    Boolean.TRUE.equals(checked), remark, "later".equals(when) ? time(words, faults) : null);
        }

        private @Nullable Instant time(Words words, List<Fault> faults) {
            MomentInput typed = MomentInput.orEmpty(at);
            if (typed.isEmpty()) {
                faults.add(new Fault("publishAt", "REQUIRED"));
            }
            return typed.read("publishAt", words, faults);
        }
    }

    private final WebmasterApi webmaster;
    private final OfficerApi officer;
    private final TurnBackPage turnBack;
    private final Refusals refusals;
    private final InstantSource clock;

    PublishController(
            WebmasterApi webmaster, OfficerApi officer, TurnBackPage turnBack, Refusals refusals, InstantSource clock) {
        this.webmaster = webmaster;
        this.officer = officer;
        this.turnBack = turnBack;
        this.refusals = refusals;
        this.clock = clock;
    }

    @InitBinder
    void emptyIsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping(WebmasterPages.ONE)
    String one(Caller caller, @PathVariable String id, Model model) {
        PublicationView item = orProblem(webmaster.read(caller, id));
        model.addAttribute("version", item.version());
        return show(caller, item, PublishInput.EMPTY, model);
    }

    @PostMapping(WebmasterPages.ONE)
    String publish(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            PublishInput typed,
            Locale language,
            Model model,
            HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        Instruction instruction = typed.read(new Words(language), faults);
        Answer<PublicationView> answer = faults.isEmpty()
                ? webmaster.publish(caller, id, version, instruction)
                : new Answer.Refused<>(refusals.of(Refusal.invalid(faults), language));
        String done = instruction.publishAt() == null ? "published" : "scheduled";
        return answer.either(published -> pageOf(id) + "?done=" + done, problem -> {
            response.setStatus(problem.status());
            model.addAttribute("errors", ErrorSummary.of(problem));
            model.addAttribute("version", version);
            return show(caller, orProblem(webmaster.read(caller, id)), typed.complete(), model);
        });
    }

    private String show(Caller caller, PublicationView item, PublishInput typed, Model model) {
        Instant now = clock.instant();
        model.addAttribute("item", item);
        model.addAttribute("typed", typed);
        model.addAttribute("works", caller.identity().has(Role.WEBMASTER));
        model.addAttribute("own", caller.identity().is(item.requester()));
        model.addAttribute("lastDay", item.lastDayFrom(OfficeZone.dateOf(now)));
        model.addAttribute("names", orProblem(officer.choices(caller)));
        model.addAttribute(
                "timeline", officer.timeline(caller, item.id()).ifDone().orElse(List.of()));
        model.addAttribute("now", now);
        return "staff/publication";
    }

    @PostMapping(WebmasterPages.ONE + "/schedule-cancellation")
    String cancelSchedule(Caller caller, @PathVariable String id, @RequestParam long version) {
        orProblem(webmaster.cancelSchedule(caller, id, version));
        return pageOf(id) + "?done=scheduleCancelled";
    }

    @GetMapping(BACK)
    String turnBack(Caller caller, @PathVariable String id, @PathVariable String to, Model model) {
        PublicationView item = orProblem(webmaster.read(caller, id));
        return turnBack.show(caller, subject(item, to, item.version()), model);
    }

    @PostMapping(BACK)
    String turnBack(
            Caller caller,
            @PathVariable String id,
            @PathVariable String to,
            @RequestParam long version,
            @RequestParam(name = "code", required = false) @Nullable List<String> ticked,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        PublicationView item = orProblem(webmaster.read(caller, id));
        return turnBack.send(
                caller,
                subject(item, to, version),
                sent,
                ticked,
                reasons -> webmaster.turnBack(caller, id, to, version, reasons),
                model,
                response);
    }

    private static TurnBackPage.Subject subject(PublicationView item, String to, long version) {
        String kind = to.equals("return") ? "toOwner" : "toApprover";
        String page = WebmasterPages.LIST + "/" + item.id();
        String next = WebmasterPages.LIST + "?done=" + kind;
        return new TurnBackPage.Subject(kind, item.title(), version, page + "/" + to, page, next);
    }

    private static String pageOf(String id) {
        return "redirect:" + WebmasterPages.LIST + "/" + id;
    }
}
