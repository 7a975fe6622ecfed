package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.web.PageRequest;
import org.prakat.common.web.Problems;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.PublicSite.Found;
import org.prakat.publishing.application.port.Publications.Selection;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public site as data. */
@RestController
@RequestMapping("/api/public/items")
class PublicApi {

    private static final String JSON_LD = "application/ld+json";

    private final PublicSite site;
    private final SiteNames names;
    private final SchemaOrg metadata;
    private final Problems problems;
    private final SiteCaching caching;

    PublicApi(PublicSite site, SiteNames names, SchemaOrg metadata, Problems problems, SiteCaching caching) {
        this.site = site;
        this.names = names;
        this.metadata = metadata;
        this.problems = problems;
        this.caching = caching;
    }

    /**
     * What to list.
     *
     * @param q words that title, summary, source or file names have in them
     */
    record Query(
            @Nullable String category, @Nullable Integer fiscalYear, @Nullable String fileType, @Nullable String q) {

        Selection selection() {
            return new Selection(category, fiscalYear, fileType, q == null || q.isBlank() ? null : q.strip());
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<ItemView> list(Query query, PageRequest page, HttpServletRequest request, HttpServletResponse response) {
        Page<ItemView> items = site.list(query.selection(), page.cursor(), page.size())
                .map(publication -> ItemView.of(publication, names));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        caching.list(site.staysUntil(Selection.EVERYTHING), request, response);
        return items;
    }

    /** The same in the words of schema.org. */
    @GetMapping(produces = JSON_LD)
    Map<String, Object> describedList(
            Query query, PageRequest page, HttpServletRequest request, HttpServletResponse response) {
        return metadata.list(list(query, page, request, response));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> item(
            @PathVariable String id, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return item(id, view -> view, language, request, response);
    }

    /** The same in the words of schema.org. */
    @GetMapping(path = "/{id}", produces = JSON_LD)
    ResponseEntity<Object> describedItem(
            @PathVariable String id, Locale language, HttpServletRequest request, HttpServletResponse response) {
        return item(id, metadata::item, language, request, response);
    }

    private ResponseEntity<Object> item(
            String id,
            Function<ItemView, Object> form,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        Found found = site.item(id);
        if (found instanceof Found.OnSite onSite) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            caching.item(onSite, request, response);
            return ResponseEntity.ok(form.apply(ItemView.of(onSite.publication(), names)));
        }
        if (found instanceof Found.Gone gone) {
            return gone(GoneView.of(gone.publication()), language);
        }
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(HttpStatus.NOT_FOUND, "NOT_FOUND", language));
    }

    /** What was replaced leads on; all else says why and since when. */
    private ResponseEntity<Object> gone(GoneView item, Locale language) {
        if (item.successor() != null) {
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create("/api/public" + item.successor()))
                    .build();
        }
        String code = item.suspended() ? "SUSPENDED" : "NO_LONGER_PUBLISHED";
        ProblemDetail problem = problems.of(item.status(), code, language);
        problem.setProperty("cause", item.key());
        problem.setProperty("itemTitle", item.title());
        problem.setProperty("publishedFrom", item.publishedFrom());
        problem.setProperty("expiredAt", item.until());
        return ResponseEntity.status(item.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
