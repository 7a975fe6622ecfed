package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Attachment;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.web.FileDownload;
import org.prakat.common.storage.web.FileDownload.Disposition;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.PublicSite.Found;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of an item, its files, and the code that leads to it from paper. */
@Controller
class ItemPages {

    private final PublicSite site;
    private final ItemModel items;
    private final SiteFrame frame;
    private final SiteCaching caching;
    private final FileDownload download;

    ItemPages(PublicSite site, ItemModel items, SiteFrame frame, SiteCaching caching, ObjectStore store) {
        this.site = site;
        this.items = items;
        this.frame = frame;
        this.caching = caching;
        this.download = new FileDownload(store);
    }

    @GetMapping("/items/{id}")
    String item(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        frame.prepare(lang, model);
        Found found = site.item(id);
        if (!(found instanceof Found.OnSite onSite)) {
            return missing(found, model, response);
        }
        items.show(onSite.publication(), model);
        caching.item(onSite, request, response);
        return "public/item";
    }

    /** The permanent address as a QR code. */
    @GetMapping("/items/{id}/qr.svg")
    @Nullable
    String code(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String lang,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        frame.prepare(lang, model);
        Found found = site.item(id);
        if (!(found instanceof Found.OnSite onSite)) {
            return missing(found, model, response);
        }
        caching.item(onSite, request, response);
        items.code(onSite.publication()).send(response);
        return null;
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
        frame.prepare(lang, model);
        Found found = site.item(id);
        Optional<Attachment> file =
                found instanceof Found.OnSite onSite ? site.file(onSite.publication(), order) : Optional.empty();
        if (file.isEmpty() || !(found instanceof Found.OnSite onSite)) {
            return missing(found, model, response);
        }
        Disposition disposition = inline == null ? Disposition.ATTACHMENT : Disposition.INLINE;
        String cacheControl = caching.upTo(onSite.publication().publicUntil());
        download.send(Bucket.PUBLISHED, file.get(), disposition, cacheControl, request, response);
        return null;
    }

    private String missing(Found found, Model model, HttpServletResponse response) {
        return found instanceof Found.Gone gone
                ? frame.gone(gone.publication(), model, response)
                : frame.notFound(model, response);
    }
}
