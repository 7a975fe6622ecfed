package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.web.FileView;
import org.prakat.gateway.application.port.Services.Answer;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The form's step in which files are attached, put in order and taken out. */
@Controller
class FilesController {

    private static final String FILES = RequestPages.ONE + "/files";

    private final OfficerApi officer;
    private final InstantSource clock;

    FilesController(OfficerApi officer, InstantSource clock) {
        this.officer = officer;
        this.clock = clock;
    }

    @GetMapping(FILES)
    String files(Caller caller, @PathVariable String id, Model model) {
        RequestView draft = orProblem(officer.read(caller, id));
        Choices choices = orProblem(officer.choices(caller));
        LocalDate today = OfficeZone.dateOf(clock.instant());
        model.addAttribute("request", draft);
        model.addAttribute("step", FormStep.FILES);
        model.addAttribute(
                "guideline", choices.guideline(draft.form().category(), today).orElse(null));
        return "staff/form-files";
    }

    @PostMapping(FILES)
    String attach(
            Caller caller,
            @PathVariable String id,
            @RequestParam(name = "files", defaultValue = "") List<MultipartFile> files,
            Model model,
            HttpServletResponse response)
            throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (MultipartFile file : files) {
            // An empty picker sends one part without a name.
            if (!OfficerApi.nameOf(file).isEmpty()) {
                officer.attach(caller, id, file)
                        .either(attached -> true, problem -> problems.add(about(OfficerApi.nameOf(file), problem)));
            }
        }
        return problems.isEmpty() ? back(id) : again(caller, id, together(problems), model, response);
    }

    /** The problem beside the name of the file that it is about. */
    private static Problem about(String fileName, Problem problem) {
        Problem.Fault fault = new Problem.Fault("attachments", problem.code(), fileName + ": " + problem.title());
        return new Problem(problem.status(), problem.code(), problem.title(), List.of(fault));
    }

    private static Problem together(List<Problem> problems) {
        Problem first = problems.get(0);
        List<Problem.Fault> faults =
                problems.stream().flatMap(problem -> problem.faults().stream()).toList();
        return new Problem(first.status(), first.code(), first.title(), faults);
    }

    @PostMapping(FILES + "/{file}/removal")
    String detach(
            Caller caller,
            @PathVariable String id,
            @PathVariable String file,
            @RequestParam long version,
            Model model,
            HttpServletResponse response) {
        return answer(caller, id, officer.detach(caller, id, version, file), model, response);
    }

    /** Moves a file before the one above it, or behind the one below. */
    @PostMapping(FILES + "/{file}/{direction:up|down}")
    String move(
            Caller caller,
            @PathVariable String id,
            @PathVariable String file,
            @PathVariable String direction,
            @RequestParam long version,
            Model model,
            HttpServletResponse response) {
        List<String> order = new ArrayList<>(orProblem(officer.read(caller, id)).attachments().stream()
                .map(FileView::id)
                .toList());
        int at = order.indexOf(file);
        int to = direction.equals("up") ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= order.size()) {
            return back(id);
        }
        Collections.swap(order, at, to);
        return answer(caller, id, officer.reorder(caller, id, version, order), model, response);
    }

    private String answer(
            Caller caller, String id, Answer<RequestView> answer, Model model, HttpServletResponse response) {
        return answer.either(changed -> back(id), problem -> again(caller, id, problem, model, response));
    }

    private String again(Caller caller, String id, Problem problem, Model model, HttpServletResponse response) {
        response.setStatus(problem.status());
        model.addAttribute("errors", ErrorSummary.of(problem));
        return files(caller, id, model);
    }

    private static String back(String id) {
        return "redirect:" + FormStep.FILES.at(id);
    }
}
