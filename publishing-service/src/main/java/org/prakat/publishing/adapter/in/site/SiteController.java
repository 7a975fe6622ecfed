package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.DateText;
import org.prakat.common.domain.Page;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Text;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.web.FileDownload;
import org.prakat.common.storage.web.FileDownload.Disposition;
import org.prakat.common.web.Problems;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.PublicSite.Found;
import org.prakat.publishing.application.port.Publications.Selection;
import org.prakat.publishing.domain.Publication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the public site. Thai, unless {@code lang=en} asks for English. */
@Controller
class SiteController {

    private static final int ON_HOME = 8;
    private static final int ON_A_PAGE = 20;
    private static final int LONGEST_SEARCH = 100;

    /** A category on the home page. */
    record CategoryLink(String id, String name, long count) {}

    private final PublicSite site;
    private final SiteNames names;
    private final SiteCaching caching;
    private final FileDownload download;

    SiteController(PublicSite site, SiteNames names, SiteCaching caching, ObjectStore store) {
        this.site = site;
        this.names = names;
        this.caching = caching;
        this.download = new FileDownload(store);
    }

    @GetMapping("/")
    String home(@RequestParam(required = false) @Nullable String lang, Model model, HttpServletResponse response) {
        Locale language = prepare(lang, model);
        List<CategoryLink> categories = names.categories().stream()
                .map(category -> link(category, language))
                .filter(link -> link.count() > 0)
                .toList();
        List<ItemView> newest = views(site.list(Selection.EVERYTHING, null, ON_HOME));
        model.addAttribute("categories", categories);
        model.addAttribute("items", newest);
        response.setHeader(HttpHeaders.CACHE_CONTROL, caching.upTo(newest));
        return "public/home";
    }

    private CategoryLink link(CategoryDefined category, Locale language) {
        long count = site.count(new Selection(category.id(), null, null));
        return new CategoryLink(category.id(), in(language, category.name()), count);
    }

    @GetMapping("/categories/{id}")
    String category(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletResponse response) {
        Locale language = prepare(lang, model);
        if (!names.hasCategory(id)) {
            return notFound(response);
        }
        Page<Publication> page = site.list(new Selection(id, fiscalYear, null), cursor, ON_A_PAGE);
        List<ItemView> items = views(page);
        model.addAttribute("category", id);
        model.addAttribute("categoryName", in(language, names.category(id)));
        model.addAttribute("fiscalYears", site.fiscalYears(id));
        model.addAttribute("fiscalYear", fiscalYear);
        model.addAttribute("items", items);
        model.addAttribute("next", page.next());
        response.setHeader(HttpHeaders.CACHE_CONTROL, caching.upTo(items));
        return "public/category";
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletResponse response) {
        prepare(lang, model);
        String words = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_SEARCH));
        Page<Publication> page = words.isEmpty()
                ? new Page<>(List.of(), null)
                : site.list(new Selection(null, null, words), cursor, ON_A_PAGE);
        model.addAttribute("q", words);
        model.addAttribute("items", views(page));
        model.addAttribute("next", page.next());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return "public/search";
    }

    @GetMapping("/items/{id}")
    String item(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletResponse response) {
        prepare(lang, model);
        Found found = site.item(id);
        if (found instanceof Found.OnSite onSite) {
            ItemView item = ItemView.of(onSite.publication(), names);
            model.addAttribute("item", item);
            response.setHeader(HttpHeaders.CACHE_CONTROL, caching.upTo(item.expiresAt()));
            return "public/item";
        }
        return found instanceof Found.Gone gone ? gone(gone.publication(), model, response) : notFound(response);
    }

    /** The file name at the end is for people and for saving; the number decides. */
    @GetMapping({"/items/{id}/files/{order}", "/items/{id}/files/{order}/{fileName}"})
    @Nullable
    String file(
            @PathVariable String id,
            @PathVariable int order,
            @RequestParam(required = false) @Nullable String inline,
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        prepare(lang, model);
        Found found = site.item(id);
        if (found instanceof Found.Gone gone) {
            return gone(gone.publication(), model, response);
        }
        Optional<Attachment> file =
                found instanceof Found.OnSite onSite ? site.file(onSite.publication(), order) : Optional.empty();
        if (file.isEmpty() || !(found instanceof Found.OnSite onSite)) {
            return notFound(response);
        }
        Disposition disposition = inline == null ? Disposition.ATTACHMENT : Disposition.INLINE;
        String cacheControl =
                caching.upTo(ItemView.of(onSite.publication(), names).expiresAt());
        download.send(Bucket.PUBLISHED, file.get(), disposition, cacheControl, request, response);
        return null;
    }

    private String gone(Publication publication, Model model, HttpServletResponse response) {
        GoneView item = GoneView.of(publication);
        model.addAttribute("item", item);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (item.successor() != null) {
            response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
            response.setHeader(HttpHeaders.LOCATION, item.successor());
            return "public/gone";
        }
        response.setStatus(HttpStatus.GONE.value());
        return "public/gone";
    }

    private static String notFound(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return "public/not-found";
    }

    private Locale prepare(@Nullable String lang, Model model) {
        Locale language = Problems.language(Locale.forLanguageTag("en".equals(lang) ? "en" : "th"));
        model.addAttribute("words", new SiteWords(language));
        model.addAttribute("dates", DateText.in(language));
        model.addAttribute("officeName", in(language, names.office()));
        return language;
    }

    private List<ItemView> views(Page<Publication> page) {
        return page.items().stream()
                .map(publication -> ItemView.of(publication, names))
                .toList();
    }

    private static String in(Locale language, Text text) {
        return Locale.ENGLISH.equals(language) ? text.en() : text.th();
    }
}
