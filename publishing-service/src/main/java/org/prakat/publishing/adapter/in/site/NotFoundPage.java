package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where gateways send readers who ask for what nobody has: a page that leads on. */
@Controller
class NotFoundPage {

    private final SiteFrame frame;

    NotFoundPage(SiteFrame frame) {
        this.frame = frame;
    }

    @GetMapping("/not-found")
    String notFound(@RequestParam(required = false) @Nullable String lang, Model model, HttpServletResponse response) {
        frame.prepare(lang, model);
        return frame.notFound(model, response);
    }
}
