package org.prakat.request.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.SecretToken;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.application.port.CalendarFeeds;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.OpenDeadline;
import org.prakat.request.domain.PublicationRequest;

/** What waits for a person, read by the secret of their feed, as long as they may sign in. */
public final class ReadCalendar {

    /** Currency checks farther off are of no interest to a webmaster, who sees those of the whole office. */
    private static final Duration HORIZON = Duration.ofDays(60);

    private static final int MOST = 1_000;

    private final CalendarFeeds feeds;
    private final Requests requests;
    private final ReferenceData reference;
    private final InstantSource clock;

    public ReadCalendar(CalendarFeeds feeds, Requests requests, ReferenceData reference, InstantSource clock) {
        this.feeds = feeds;
        this.requests = requests;
        this.reference = reference;
        this.clock = clock;
    }

    /** Their deadlines, the most urgent first. */
    public Result<List<OpenDeadline>> read(SecretToken secret) {
        return feeds.person(secret.hash())
                .flatMap(reference::staff)
                .filter(StaffDefined::active)
                .map(person -> Result.ok(deadlines(person)))
                .orElseGet(() -> Result.refused(Reason.NOT_FOUND, "NOT_FOUND"));
    }

    private List<OpenDeadline> deadlines(StaffDefined person) {
        Instant now = clock.instant();
        LocalDate today = OfficeZone.dateOf(now);
        Map<String, PublicationRequest> found = new LinkedHashMap<>();
        Consumer<PublicationRequest> add = request -> found.put(request.id(), request);
        requests.onSite(person.id(), MOST).forEach(add);
        requests.inProgress(person.office(), MOST).forEach(add);
        requests.toBeChecked(person.office(), now.plus(HORIZON), MOST).forEach(add);
        return found.values().stream()
                .flatMap(request -> OpenDeadline.of(request).stream())
                .filter(deadline -> isOf(person, deadline, today))
                .sorted(Comparator.comparing(OpenDeadline::at).thenComparing(OpenDeadline::id))
                .limit(MOST)
                .toList();
    }

    private boolean isOf(StaffDefined person, OpenDeadline deadline, LocalDate today) {
        if (deadline.person() != null) {
            return deadline.person().id().equals(person.id());
        }
        PublicationRequest request = deadline.request();
        boolean own = request.isOwnedBy(person.person());
        return switch (deadline.kind()) {
            case APPROVAL, CONFIRMATION -> !own && approves(person, request, today);
            case PUBLISHING -> !own && publishes(person, request, today);
            case CURRENCY_CHECK -> own || publishes(person, request, today);
            case EXPIRY -> own;
        };
    }

    private boolean approves(StaffDefined person, PublicationRequest request, LocalDate today) {
        String requester = request.requester().id();
        return reference
                .approvalOrder(
                        person.id(),
                        requester,
                        request.office(),
                        request.draft().workGroup(),
                        today)
                .isPresent();
    }

    private boolean publishes(StaffDefined person, PublicationRequest request, LocalDate today) {
        return reference
                .validOrder(person.id(), Duty.PUBLISH, request.office(), null, today)
                .isPresent();
    }
}
