package org.prakat.gateway.adapter.in.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.gateway.application.port.Services.Caller;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What waits for an officer: what was turned back, what is begun, what is on its way, and what leaves the site soon. */
@Component
@Order(0)
class OfficerHome implements HomePart {

    private static final int MOST = 200;
    private static final Duration SOON = Duration.ofDays(30);

    /** Some of one's requests that have something in common; at least one. */
    public record Group(String key, List<RequestView> requests) {}

    private final OfficerApi officer;
    private final InstantSource clock;

    OfficerHome(OfficerApi officer, InstantSource clock) {
        this.officer = officer;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Identity who) {
        return who.has(Role.OFFICER);
    }

    @Override
    public String template() {
        return "staff/home-officer";
    }

    @Override
    public void fill(Caller caller, Model model) {
        // Where the service does not answer, the part says so and the rest of the page stands.
        model.addAttribute(
                "mine",
                officer.mine(caller, null, MOST)
                        .ifDone()
                        .map(mine -> groups(mine.items()))
                        .orElse(null));
    }

    private List<Group> groups(List<RequestView> requests) {
        Instant soon = clock.instant().plus(SOON);
        return Stream.of(
                        group("turnedBack", requests, RequestView::isTurnedBack),
                        group("drafts", requests, RequestView::isDraft),
                        group("waiting", requests, RequestView::isWaiting),
                        group("endingSoon", requests, request -> request.endsBefore(soon)),
                        group("published", requests, request -> request.isPublished() && !request.endsBefore(soon)))
                .filter(group -> !group.requests().isEmpty())
                .toList();
    }

    private static Group group(String key, List<RequestView> requests, Predicate<RequestView> which) {
        return new Group(key, requests.stream().filter(which).toList());
    }
}
