package org.prakat.publishing.adapter.in.site;

import static org.prakat.common.web.RefusedException.orRefuse;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.publishing.application.ReadPublications;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page of an item before it is published, exactly as the public will see it: the same template, shown to those who work on it,
 * and kept by nobody.
 */
@Controller
class PreviewPages {

    private static final String PATH = "/api/publications/{id}/preview";

    private final ReadPublications read;
    private final ItemModel items;
    private final SiteFrame frame;

    PreviewPages(ReadPublications read, ItemModel items, SiteFrame frame) {
        this.read = read;
        this.items = items;
        this.frame = frame;
    }

    @GetMapping(PATH)
    String page(
            Identity who,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletResponse response) {
        frame.prepare(lang, model);
        items.preview(orRefuse(read.preview(who, id)), model);
        keptByNobody(response);
        return "public/item";
    }

    @GetMapping(PATH + "/qr.svg")
    void code(Identity who, @PathVariable String id, HttpServletResponse response) throws IOException {
        QrCode code = items.code(orRefuse(read.preview(who, id)));
        keptByNobody(response);
        code.send(response);
    }

    private static void keptByNobody(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }
}
