package org.prakat.gateway.adapter.in.ui;

import static org.prakat.gateway.adapter.in.ui.PageProblem.orProblem;

import java.nio.charset.StandardCharsets;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of an item before it is published, as publishing-service will show it to the public. */
@Controller
class PreviewController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final WebmasterApi webmaster;

    PreviewController(WebmasterApi webmaster) {
        this.webmaster = webmaster;
    }

    @GetMapping(WebmasterPages.ONE + "/preview")
    ResponseEntity<String> preview(
            Caller caller, @PathVariable String id, @RequestParam(defaultValue = "th") String lang) {
        String page = orProblem(webmaster.preview(caller, id, lang));
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("X-Robots-Tag", "noindex")
                .body(page);
    }
}
