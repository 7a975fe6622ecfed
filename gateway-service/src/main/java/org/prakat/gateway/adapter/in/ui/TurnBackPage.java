package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.ui.Model;

/** The page on which somebody says why something goes back; whoever turns something back does it on this page. */
final class TurnBackPage {

    /**
     * What is turned back.
     *
     * @param kind names the page's texts, {@code rejection} for example
     * @param title of what goes back
     * @param version that was seen
     * @param action to where the page sends what is typed
     * @param page that led here, and to which the other way leads
     * @param next the page that follows when it is done
     */
    public record Subject(String kind, @Nullable String title, long version, String action, String page, String next) {}

    private final ApproverApi approver;

    TurnBackPage(ApproverApi approver) {
        this.approver = approver;
    }

    String show(Caller caller, Subject subject, Model model) {
        return show(caller, subject, ReasonsInput.NONE, model);
    }

    /**
     * Sends what was typed; the same page says it when something is wrong.
     *
     * @param sent all that the page sent
     */
    <T> String send(
            Caller caller,
            Subject subject,
            Map<String, String> sent,
            @Nullable List<String> ticked,
            Function<ReasonsInput, Answer<T>> sender,
            Model model,
            HttpServletResponse response) {
        Set<String> codes = ticked == null ? Set.of() : Set.copyOf(ticked);
        ReasonsInput typed =
                ReasonsInput.of(codes, sent, orProblem(approver.choices(caller)).reasons());
        return sender.apply(typed).either(done -> "redirect:" + subject.next(), problem -> {
            response.setStatus(problem.status());
            model.addAttribute("errors", ErrorSummary.of(typed.onThePage(problem)));
            return show(caller, subject, typed, model);
        });
    }

    private String show(Caller caller, Subject subject, ReasonsInput typed, Model model) {
        model.addAttribute("subject", subject);
        model.addAttribute("typed", typed);
        model.addAttribute("offered", orProblem(approver.choices(caller)).reasons());
        return "staff/turn-back";
    }
}
