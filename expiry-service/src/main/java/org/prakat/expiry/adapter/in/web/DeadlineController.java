package org.prakat.expiry.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.web.PageRequest;
import org.prakat.expiry.application.ReadDeadlines;
import org.prakat.expiry.domain.Deadline;
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
    Page<Deadline> pending(Identity who, @RequestParam @Nullable Kind kind, PageRequest page) {
        return orRefuse(read.pending(who, kind, page.cursor(), page.size()));
    }
}
