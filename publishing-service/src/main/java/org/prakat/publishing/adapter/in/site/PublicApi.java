package org.prakat.publishing.adapter.in.site;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Page;
import org.prakat.common.web.PageRequest;
import org.prakat.common.web.Problems;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.PublicSite.Found;
import org.prakat.publishing.application.port.Publications.Selection;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The public site as data. */
@RestController
@RequestMapping("/api/public/items")
class PublicApi {

    private final PublicSite site;
    private final SiteNames names;
    private final Problems problems;
    private final SiteCaching caching;

    PublicApi(PublicSite site, SiteNames names, Problems problems, SiteCaching caching) {
        this.site = site;
        this.names = names;
        this.problems = problems;
        this.caching = caching;
    }

    @GetMapping
    ResponseEntity<Page<ItemView>> list(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            PageRequest page) {
        Page<ItemView> items = site.list(new Selection(category, fiscalYear, null), page.cursor(), page.size())
                .map(publication -> ItemView.of(publication, names));
        return ResponseEntity.ok()
                .header("Cache-Control", caching.upTo(items.items()))
                .body(items);
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> item(@PathVariable String id, Locale language) {
        Found found = site.item(id);
        if (found instanceof Found.OnSite onSite) {
            ItemView item = ItemView.of(onSite.publication(), names);
            return ResponseEntity.ok()
                    .header("Cache-Control", caching.upTo(item.expiresAt()))
                    .body(item);
        }
        if (found instanceof Found.Gone gone) {
            return gone(GoneView.of(gone.publication()), language);
        }
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .body(problems.of(HttpStatus.NOT_FOUND, "NOT_FOUND", language));
    }

    /** What was replaced leads on; all else says why and since when. */
    private ResponseEntity<Object> gone(GoneView item, Locale language) {
        if (item.successor() != null) {
            return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                    .location(URI.create("/api/public" + item.successor()))
                    .build();
        }
        ProblemDetail problem = problems.of(HttpStatus.GONE, "NO_LONGER_PUBLISHED", language);
        problem.setProperty("cause", item.key());
        problem.setProperty("itemTitle", item.title());
        problem.setProperty("publishedFrom", item.publishedFrom());
        problem.setProperty("expiredAt", item.until());
        return ResponseEntity.status(HttpStatus.GONE).body(problem);
    }
}
