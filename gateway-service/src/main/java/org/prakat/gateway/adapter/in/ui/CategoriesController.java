package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.storage.FileType;
import org.prakat.gateway.application.port.Services.Caller;
import org.prakat.gateway.application.port.Services.Problem;
import org.prakat.gateway.domain.CategoryDefinition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The categories of the site, and the versions of their guideline. */
@Controller
class CategoriesController {

    static final String LIST = AdministrationPages.HOME + "/categories";

    private static final String NEW = AdministrationPages.HOME + "/new-category";
    private static final String ONE = LIST + "/{id}";
    private static final String GUIDELINE = ONE + "/guideline";

    /** Fields of the form that a guideline may ask for, as the domain names them. */
    private static final List<String> MAY_BE_REQUIRED =
            List.of("attachments", "externalLink", "remark", "wishedPublicationDate", "evidence");

    private final ReferenceDesk<CategoryDefined> categories;
    private final ReferenceDesk<OfficeDefined> offices;
    private final InstantSource clock;

    CategoriesController(
            ReferenceDesk<CategoryDefined> categories, ReferenceDesk<OfficeDefined> offices, InstantSource clock) {
        this.categories = categories;
        this.offices = offices;
        this.clock = clock;
    }

    @GetMapping(LIST)
    String list(Caller caller, Model model) {
        model.addAttribute("categories", inOrder(caller));
        model.addAttribute("today", OfficeZone.dateOf(clock.instant()));
        choices(caller, model);
        return "staff/categories";
    }

    private List<CategoryDefined> inOrder(Caller caller) {
        return categories.all(caller).stream()
                .sorted(Comparator.comparing(CategoryDefined::office).thenComparing(CategoryDefined::position))
                .toList();
    }

    @GetMapping(NEW)
    String begin(Caller caller, Model model) {
        String office = caller.identity().office();
        int next = 1
                + inOrder(caller).stream()
                        .filter(category -> category.office().equals(office))
                        .mapToInt(CategoryDefined::position)
                        .max()
                        .orElse(0);
        model.mergeAttributes(Map.of("typed", CategoryInput.empty(office, next), "guideline", GuidelineInput.empty()));
        choices(caller, model);
        return "staff/category-new";
    }

    @PostMapping(NEW)
    String add(
            Caller caller, CategoryInput typed, GuidelineInput guideline, Model model, HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        CategoryDefinition definition =
                typed.definition(guideline.definition(new Words(caller.language()), faults), faults);
        return categories
                .add(caller, typed.id(), faults, definition)
                .either(made -> to(made.state().id()), problem -> {
                    PageErrors.show(problem, model, response);
                    model.addAttribute("typed", typed);
                    model.addAttribute("guideline", guideline.complete());
                    return begin(caller, model);
                });
    }

    @GetMapping(ONE)
    String one(Caller caller, @PathVariable String id, Model model) {
        Versioned<CategoryDefined> category = categories.read(caller, id);
        show(category, model);
        model.mergeAttributes(Map.of("typed", CategoryInput.of(category.state()), "version", category.version()));
        choices(caller, model);
        return "staff/category";
    }

    private void show(Versioned<CategoryDefined> category, Model model) {
        model.addAttribute("category", category.state());
        model.addAttribute(
                "current",
                category.state().guidelineOn(OfficeZone.dateOf(clock.instant())).version());
        model.addAttribute(
                "guidelines",
                category.state().guidelines().stream()
                        .sorted(Comparator.comparing(Guideline::version).reversed())
                        .toList());
    }

    @PostMapping(ONE)
    String change(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            CategoryInput typed,
            Model model,
            HttpServletResponse response) {
        List<Fault> faults = new ArrayList<>();
        CategoryDefinition definition = typed.definition(null, faults);
        return categories.define(caller, id, version, faults, definition).either(saved -> to(id), problem -> {
            refuse(problem, version, model, response);
            model.addAttribute("typed", typed);
            return one(caller, id, model);
        });
    }

    @GetMapping(GUIDELINE)
    String guideline(Caller caller, @PathVariable String id, Model model) {
        Versioned<CategoryDefined> category = categories.read(caller, id);
        show(category, model);
        List<Guideline> versions = category.state().guidelines();
        model.mergeAttributes(Map.of(
                "guideline", GuidelineInput.after(versions.get(versions.size() - 1)), "version", category.version()));
        choices(caller, model);
        return "staff/guideline";
    }

    /** Lays its next version down; the earlier ones stay as they are. */
    @PostMapping(GUIDELINE)
    String addGuideline(
            Caller caller,
            @PathVariable String id,
            @RequestParam long version,
            GuidelineInput guideline,
            Model model,
            HttpServletResponse response) {
        CategoryInput asItIs = CategoryInput.of(categories.read(caller, id).state());
        List<Fault> faults = new ArrayList<>();
        CategoryDefinition definition =
                asItIs.definition(guideline.definition(new Words(caller.language()), faults), faults);
        return categories.define(caller, id, version, faults, definition).either(saved -> to(id), problem -> {
            refuse(problem, version, model, response);
            model.addAttribute("guideline", guideline.complete());
            return guideline(caller, id, model);
        });
    }

    private static void refuse(Problem problem, long version, Model model, HttpServletResponse response) {
        PageErrors.show(problem, model, response);
        model.addAttribute("version", version);
    }

    private void choices(Caller caller, Model model) {
        model.addAttribute("offices", Options.of(offices.all(caller), OfficeDefined::id, OfficeDefined::name));
        // A picture of the other common extension is of the same type; the domain knows both.
        model.addAttribute(
                "extensions",
                Stream.concat(Arrays.stream(FileType.values()).map(FileType::extension), Stream.of("jpeg"))
                        .toList());
        model.addAttribute("fields", MAY_BE_REQUIRED);
        model.addAttribute("units", PeriodRuleInput.units());
    }

    private static String to(String id) {
        return "redirect:" + LIST + "/" + id + "?done=categorySaved";
    }
}
