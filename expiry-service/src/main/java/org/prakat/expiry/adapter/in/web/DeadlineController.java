package org.prakat.expiry.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.web.PageRequest;
import org.prakat.expiry.application.ReadDeadlines;
import org.prakat.expiry.application.ReadDeadlines.Coming;
import org.prakat.expiry.application.port.Deadlines.Selection;
import org.prakat.expiry.domain.Deadline.Kind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is coming, for administrators. */
@RestController
class DeadlineController {

    private final ReadDeadlines read;

    DeadlineController(ReadDeadlines read) {
        this.read = read;
    }

    @GetMapping("/api/deadlines")
    Coming pending(
            Identity who,
            @RequestParam @Nullable Kind kind,
            @RequestParam(name = "request") @Nullable String requestId,
            PageRequest page) {
        return orRefuse(read.pending(who, new Selection(kind, requestId), page.cursor(), page.size()));
    }
}
