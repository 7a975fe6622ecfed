package org.prakat.common.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.messaging.SendEventsAgain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a service has sent, for administrators after the loss of a broker. */
@RestController
@RequestMapping("/api/sent-events")
class SentEventsController {

    /** From when on, UTC. */
    record Since(@Nullable Instant since) {}

    /** How many events were sent again. */
    record Sent(long events) {}

    private final SendEventsAgain again;

    SentEventsController(SendEventsAgain again) {
        this.again = again;
    }

    @PostMapping("/sending")
    Sent sendAgain(Identity who, @RequestBody Since body) {
        return new Sent(orRefuse(again.since(who, body.since())));
    }
}
