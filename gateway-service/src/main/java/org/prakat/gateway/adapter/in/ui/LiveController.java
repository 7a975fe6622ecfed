package org.prakat.gateway.adapter.in.ui;

import org.prakat.gateway.adapter.in.SessionAuthentication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where a page hears that something changed. */
@Controller
class LiveController {

    static final String PATH = StaffUi.HOME + "/live";

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    /** A stream, or an answer without content, upon which a browser does not ask again (HTML, section 9.2). */
    @GetMapping(PATH)
    ResponseEntity<SseEmitter> stream(Authentication caller) {
        return caller instanceof SessionAuthentication session
                ? streams.open(session.current())
                        .map(emitter -> ResponseEntity.ok()
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                // For proxies that would gather it first.
                                .header("X-Accel-Buffering", "no")
                                .body(emitter))
                        .orElseGet(() -> ResponseEntity.noContent().build())
                : ResponseEntity.noContent().build();
    }

    /** The browser has gone; there is nobody to answer. */
    @ExceptionHandler
    void gone(Exception e) {}
}
