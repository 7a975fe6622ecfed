package org.prakat.common.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.messaging.DeadLetter;
import org.prakat.common.messaging.DeadLetter.Status;
import org.prakat.common.messaging.DeadLetterDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dead letters of a service, for administrators. */
@RestController
@RequestMapping("/api/dead-letters")
class DeadLetterController {

    /** A dead letter as the administrator reads it; the body as text, whatever it was. */
    record View(
            String id,
            String topic,
            @Nullable String key,
            Map<String, String> attributes,
            String body,
            String reason,
            Instant at,
            Status status,
            @Nullable String settledBy,
            @Nullable String remark) {

        static View of(DeadLetter letter) {
            return new View(
                    letter.id(),
                    letter.event().topic(),
                    letter.event().key(),
                    letter.event().attributes(),
                    new String(letter.event().body(), StandardCharsets.UTF_8),
                    letter.reason(),
                    letter.at(),
                    letter.status(),
                    letter.settledBy(),
                    letter.remark());
        }
    }

    /** Why it is discarded. */
    record Discard(@Nullable String remark) {}

    private final DeadLetterDesk desk;

    DeadLetterController(DeadLetterDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Page<View> list(Identity who, @RequestParam(defaultValue = "WAITING") Status status, PageRequest page) {
        return orRefuse(desk.list(who, status, page.cursor(), page.size())).map(View::of);
    }

    @GetMapping("/{id}")
    View read(Identity who, @PathVariable String id) {
        return View.of(orRefuse(desk.read(who, id)));
    }

    @PostMapping("/{id}/replay")
    View replay(Identity who, @PathVariable String id) {
        return View.of(orRefuse(desk.replay(who, id)));
    }

    @PostMapping("/{id}/discard")
    View discard(Identity who, @PathVariable String id, @RequestBody Discard discard) {
        return View.of(orRefuse(desk.discard(who, id, discard.remark())));
    }
}
