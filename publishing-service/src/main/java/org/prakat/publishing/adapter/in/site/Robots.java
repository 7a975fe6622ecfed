package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.port.Publications.Selection;
import org.prakat.publishing.domain.Publication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What search engines are told: what they may read (RFC 9309), and which pages there are (sitemaps.org). */
@Controller
class Robots {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String TYPE = "application/xml;charset=UTF-8";

    private final PublicSite site;
    private final SiteNames names;
    private final SiteAddress address;
    private final SiteCaching caching;
    private final int inAPart;

    /** @param inAPart how many items stand in one part of the map; together with the categories at most 50,000 */
    Robots(PublicSite site, SiteNames names, SiteAddress address, SiteCaching caching, int inAPart) {
        this.site = site;
        this.names = names;
        this.address = address;
        this.caching = caching;
        this.inAPart = inAPart;
    }

    @GetMapping("/robots.txt")
    void robots(HttpServletRequest request, HttpServletResponse response) throws IOException {
        caching.list(null, request, response);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print(
                        "User-agent: *\nDisallow: /staff\nDisallow: /search\nDisallow: /api/\nAllow: /api/public/\n\nSitemap: "
                                + address.of("/sitemap.xml") + "\n");
    }

    /** The whole map, or where its parts are when there are several. */
    @GetMapping("/sitemap.xml")
    void map(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long parts = parts();
        if (parts == 1) {
            part(1, request, response);
            return;
        }
        begin(request, response);
        try (Xml xml = Xml.begin(response.getOutputStream(), "sitemapindex", NAMESPACE)) {
            for (int number = 1; number <= parts; number++) {
                xml.start("sitemap")
                        .text("loc", address.of("/sitemaps/" + number + ".xml"))
                        .end();
            }
        }
    }

    @GetMapping("/sitemaps/{number:\\d{1,6}}.xml")
    void part(@PathVariable int number, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (number < 1 || number > parts()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        begin(request, response);
        try (Xml xml = Xml.begin(response.getOutputStream(), "urlset", NAMESPACE)) {
            if (number == 1) {
                page(xml, "/");
                names.categories().forEach(category -> page(xml, "/categories/" + category.id()));
            }
            site.forEach((number - 1) * inAPart, inAPart, item -> item(xml, item));
        }
    }

    private void begin(HttpServletRequest request, HttpServletResponse response) {
        caching.list(site.staysUntil(Selection.EVERYTHING), request, response);
        response.setContentType(TYPE);
    }

    private long parts() {
        return Math.max(1, (site.count(Selection.EVERYTHING) + inAPart - 1) / inAPart);
    }

    private void page(Xml xml, String path) {
        xml.start("url").text("loc", address.of(path)).end();
    }

    private void item(Xml xml, Publication item) {
        xml.start("url")
                .text("loc", address.of(item.address()))
                .text("lastmod", String.valueOf(item.lastChanged()))
                .end();
    }
}
