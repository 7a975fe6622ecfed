package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.DateText;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.web.Problems;
import org.prakat.publishing.domain.Publication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What all pages have around them, and the pages that say that something is not there. */
final class SiteFrame {

    private final SiteNames names;
    private final SiteAddress address;

    SiteFrame(SiteNames names, SiteAddress address) {
        this.names = names;
        this.address = address;
    }

    /**
     * Gives a page its language and its frame.
     *
     * @param lang {@code en}; all else means Thai
     */
    SiteWords prepare(@Nullable String lang, Model model) {
        Locale language = Problems.language(Locale.forLanguageTag("en".equals(lang) ? "en" : "th"));
        SiteWords words = new SiteWords(language);
        model.addAttribute("words", words);
        model.addAttribute("dates", DateText.in(language));
        model.addAttribute("officeName", words.in(names.office()));
        model.addAttribute("site", address);
        model.addAttribute("otherLanguage", "?" + inOtherLanguage(words));
        return words;
    }

    /** The query that shows the same page in the other language. */
    private static @Nullable String inOtherLanguage(SiteWords words) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("lang", words.english() ? "th" : "en")
                .build()
                .getQuery();
    }

    /** The page of an address at which something stood; one that was replaced leads on. */
    String gone(Publication publication, Model model, HttpServletResponse response) {
        GoneView item = GoneView.of(publication);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setStatus(item.status().value());
        if (item.successor() != null) {
            response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
            response.setHeader(HttpHeaders.LOCATION, item.successor());
        }
        model.addAttribute("item", item);
        model.addAttribute("categories", categories());
        return "public/gone";
    }

    String notFound(Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("categories", categories());
        return "public/not-found";
    }

    List<CategoryDefined> categories() {
        return names.categories();
    }
}
