package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.PublicHolidaysDefined.Holiday;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.domain.PublicHolidaysDefinition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public holidays of an office, by which its time limits are counted. */
@Controller
class HolidaysController {

    private static final String PATH = OfficesController.ONE + "/public-holidays";

    private static final String REMOVAL = PATH + "/{date}/removal";

    private final ReferenceDesk<PublicHolidaysDefined> holidays;
    private final ReferenceDesk<OfficeDefined> offices;
    private final InstantSource clock;

    HolidaysController(
            ReferenceDesk<PublicHolidaysDefined> holidays, ReferenceDesk<OfficeDefined> offices, InstantSource clock) {
        this.holidays = holidays;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String list(Caller caller, @PathVariable String id, Model model) {
        Versioned<PublicHolidaysDefined> present = present(caller, id);
        LocalDate today = OfficeZone.dateOf(clock.instant());
        model.addAttribute("office", offices.read(caller, id).state());
        model.addAttribute(
                "coming",
                days(present).filter(day -> !day.date().isBefore(today)).toList());
        model.addAttribute(
                "past", days(present).filter(day -> day.date().isBefore(today)).toList());
        model.mergeAttributes(Map.of("typed", HolidayInput.EMPTY, "version", present.version()));
        return "staff/holidays";
    }

    private static Stream<Holiday> days(Versioned<PublicHolidaysDefined> holidays) {
        return holidays.state().holidays().stream().sorted(Comparator.comparing(Holiday::date));
    }

    /** What is laid down; nothing was, as long as the version is 0. */
    private Versioned<PublicHolidaysDefined> present(Caller caller, String office) {
        return holidays.find(caller, office)
                .orElseGet(() -> new Versioned<>(new PublicHolidaysDefined(office, 0, List.of()), 0));
    }

    @PostMapping(PATH)
    String add(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            HolidayInput typed,
            Model model,
            HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        Holiday holiday = typed.read(new Words(caller.language()), faults);
        List<Holiday> days = new ArrayList<>(present(caller, id).state().holidays());
        if (holiday != null && days.stream().anyMatch(day -> day.date().equals(holiday.date()))) {
            faults.add(new Fault("date", "SAME_DAY_TWICE"));
        } else if (holiday != null) {
            days.add(holiday);
        }
        return define(caller, id, version, faults, days).either(saved -> to(id), problem -> {
            PageErrors.show(problem, model, response);
            model.addAttribute("typed", typed.complete());
            model.addAttribute("version", version);
            return list(caller, id, model);
        });
    }

    /** Asks whether the day is really to be taken out. */
    @GetMapping(REMOVAL)
    String removal(Caller caller, @PathVariable String id, @PathVariable LocalDate date, Model model) {
        Versioned<PublicHolidaysDefined> present = present(caller, id);
        Holiday holiday =
                days(present).filter(day -> day.date().equals(date)).findFirst().orElseThrow(PageProblem::notFound);
        model.addAttribute("office", offices.read(caller, id).state());
        model.mergeAttributes(Map.of("holiday", holiday, "version", present.version()));
        return "staff/holiday-removal";
    }

    @PostMapping(REMOVAL)
    String remove(Caller caller, @PathVariable String id, @PathVariable LocalDate date, @RequestParam long version) {
        List<Holiday> days = present(caller, id).state().holidays().stream()
                .filter(day -> !day.date().equals(date))
                .toList();
        orProblem(define(caller, id, version, List.of(), days));
        return to(id);
    }

    private Answer<Versioned<PublicHolidaysDefined>> define(
            Caller caller, String office, long seen, List<Fault> faults, List<Holiday> days) {
        List<Holiday> inOrder =
                days.stream().sorted(Comparator.comparing(Holiday::date)).toList();
        return holidays.define(caller, office, seen, faults, new PublicHolidaysDefinition(inOrder));
    }

    private static String to(String office) {
        return "redirect:" + OfficesController.LIST + "/" + office + "/public-holidays?done=holidaysSaved";
    }
}
