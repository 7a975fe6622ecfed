package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.port.Publications.Selection;
import org.prakat.publishing.domain.Publication;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages that lead to items: home, categories, search. Thai, unless {@code lang=en} asks for English. */
@Controller
class ListPages {

    private static final int ON_HOME = 8;
    private static final int ON_A_PAGE = 20;
    private static final int LONGEST_SEARCH = 100;

    /** A category on the home page. */
    record CategoryLink(String id, String name, long count) {}

    private final PublicSite site;
    private final SiteNames names;
    private final SiteFrame frame;
    private final SiteCaching caching;

    ListPages(PublicSite site, SiteNames names, SiteFrame frame, SiteCaching caching) {
        this.site = site;
        this.names = names;
        this.frame = frame;
        this.caching = caching;
    }

    @GetMapping("/")
    String home(
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        SiteWords words = frame.prepare(lang, model);
        Map<String, Long> counts = site.countByCategory();
        List<CategoryLink> categories = names.categories().stream()
                .filter(category -> counts.containsKey(category.id()))
                .map(category -> new CategoryLink(
                        category.id(), words.in(category.name()), counts.getOrDefault(category.id(), 0L)))
                .toList();
        model.addAttribute("categories", categories);
        model.addAttribute("items", views(site.list(Selection.EVERYTHING, null, ON_HOME)));
        caching.list(site.staysUntil(Selection.EVERYTHING), request, response);
        return "public/home";
    }

    /** In the order in which they were published, the last number first. */
    @GetMapping("/categories/{id}")
    String category(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        SiteWords words = frame.prepare(lang, model);
        if (!names.hasCategory(id)) {
            return frame.notFound(model, response);
        }
        Page<Publication> page = site.inOrder(id, fiscalYear, cursor, ON_A_PAGE);
        model.addAttribute("category", id);
        model.addAttribute("categoryName", words.in(names.category(id)));
        model.addAttribute("fiscalYears", site.fiscalYears(id));
        model.addAttribute("fiscalYear", fiscalYear);
        model.addAttribute("items", views(page));
        model.addAttribute("next", page.next());
        caching.list(site.staysUntil(Selection.of(id, null)), request, response);
        return "public/category";
    }

    /** By words, by what can be chosen, or by both. */
    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable String fileType,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletResponse response) {
        frame.prepare(lang, model);
        String words = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_SEARCH));
        Selection selection =
                new Selection(chosen(category), fiscalYear, chosen(fileType), words.isEmpty() ? null : words);
        boolean asked = !selection.equals(Selection.EVERYTHING);
        Page<Publication> page = asked ? site.list(selection, cursor, ON_A_PAGE) : new Page<>(List.of(), null);
        model.addAttribute("searching", true);
        model.addAttribute("asked", asked);
        model.addAttribute("q", words);
        model.addAttribute("chosen", selection);
        model.addAttribute("categories", names.categories());
        model.addAttribute("fiscalYears", site.fiscalYears(null));
        model.addAttribute("fileTypes", site.fileTypes());
        model.addAttribute("items", views(page));
        model.addAttribute("found", asked ? site.count(selection) : 0);
        model.addAttribute("next", page.next());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return "public/search";
    }

    private static @Nullable String chosen(@Nullable String value) {
        return StringUtils.hasText(value) ? value : null;
    }

    private List<ItemView> views(Page<Publication> page) {
        return page.items().stream()
                .map(publication -> ItemView.of(publication, names))
                .toList();
    }
}
