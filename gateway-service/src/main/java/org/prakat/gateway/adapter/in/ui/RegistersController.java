package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.FiscalYear;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Service;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The registers of a fiscal year, and the year in numbers. */
@Controller
class RegistersController {

    static final String PATH = "/staff/registers";

    private static final int YEARS_BACK = 5;

    /** How long a step took, in hours, as request-service shows it. */
    public record StepTime(int count, @Nullable Double median, @Nullable Double ninetieth) {}

    /** The year in numbers, as request-service shows it. */
    public record Statistics(
            int requests,
            Map<String, Integer> byStatus,
            Map<String, Integer> byCategory,
            Map<String, Integer> byReason,
            int verbal,
            int overdue,
            int expiringSoon,
            StepTime decision,
            StepTime publication) {}

    private final Services services;
    private final InstantSource clock;

    RegistersController(Services services, InstantSource clock) {
        this.services = services;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String year(Caller caller, @RequestParam(required = false) @Nullable Integer fiscalYear, Model model) {
        int current = FiscalYear.of(OfficeZone.dateOf(clock.instant())).number();
        int shown = fiscalYear == null ? current : fiscalYear;
        Statistics statistics = orProblem(services.get(
                caller, Service.REQUESTS, Statistics.class, "/api/requests/statistics?fiscalYear={year}", shown));
        List<Integer> years = IntStream.rangeClosed(0, YEARS_BACK)
                .mapToObj(back -> current - back)
                .toList();
        model.addAttribute("years", years);
        model.addAttribute("year", shown);
        model.addAttribute("statistics", statistics);
        model.addAttribute(
                "choices",
                services.get(caller, Service.REQUESTS, Choices.class, "/api/form-choices")
                        .ifDone()
                        .orElseGet(() -> new Choices(List.of(), List.of())));
        return "staff/registers";
    }
}
