package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.port.Publications.Selection;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is new, as feeds (Atom, RFC 4287): of everything, and of each category. */
@Controller
class Feeds {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String TYPE = "application/atom+xml;charset=UTF-8";
    private static final int IN_A_FEED = 50;

    private final PublicSite site;
    private final SiteNames names;
    private final SiteAddress address;
    private final SiteCaching caching;

    Feeds(PublicSite site, SiteNames names, SiteAddress address, SiteCaching caching) {
        this.site = site;
        this.names = names;
        this.address = address;
        this.caching = caching;
    }

    @GetMapping("/feed.xml")
    void all(HttpServletRequest request, HttpServletResponse response) throws IOException {
        feed(null, "/", names.office().th(), request, response);
    }

    @GetMapping("/categories/{id}/feed.xml")
    void category(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!names.hasCategory(id)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        String title = names.category(id).th() + " - " + names.office().th();
        feed(id, "/categories/" + id, title, request, response);
    }

    private void feed(
            @Nullable String category,
            String page,
            String title,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection selection = Selection.of(category, null);
        List<ItemView> items = site.list(selection, null, IN_A_FEED).items().stream()
                .map(publication -> ItemView.of(publication, names))
                .toList();
        caching.list(site.staysUntil(selection), request, response);
        response.setContentType(TYPE);
        try (Xml xml = Xml.begin(response.getOutputStream(), "feed", NAMESPACE)) {
            xml.attribute("xml:lang", "th")
                    .text("id", address.of(page))
                    .text("title", title)
                    .text("updated", lastChanged(items).toString())
                    .empty(
                            "link",
                            "rel",
                            "self",
                            "type",
                            "application/atom+xml",
                            "href",
                            address.of(request.getRequestURI()))
                    .empty("link", "rel", "alternate", "type", "text/html", "href", address.of(page));
            xml.start("author").text("name", names.office().th()).end();
            items.forEach(item -> entry(xml, item));
        }
    }

    private static Instant lastChanged(List<ItemView> items) {
        return items.stream()
                .map(ItemView::lastChanged)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private void entry(Xml xml, ItemView item) {
        xml.start("entry")
                .text("id", address.of(item.address()))
                .text("title", item.title())
                .text("published", item.publishedFrom().toString())
                .text("updated", item.lastChanged().toString())
                .text("summary", item.summary())
                .empty(
                        "category",
                        "term",
                        item.category(),
                        "label",
                        item.categoryName().th())
                .empty("link", "rel", "alternate", "type", "text/html", "href", address.of(item.address()));
        item.files()
                .forEach(file -> xml.empty(
                        "link",
                        "rel",
                        "enclosure",
                        "type",
                        file.mediaType(),
                        "length",
                        String.valueOf(file.size()),
                        "title",
                        file.fileName(),
                        "href",
                        address.of(file.address())));
        xml.end();
    }
}
