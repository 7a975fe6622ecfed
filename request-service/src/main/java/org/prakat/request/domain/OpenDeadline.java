package org.prakat.request.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.event.Due;
import org.prakat.common.event.Person;
import org.prakat.request.domain.TimelineEntry.Step;

/**
 * Something about a request that is still to be done, or will happen, by a certain time.
 *
 * @param person whose it is; absent: of everybody who has the duty
 * @param at the first moment that is too late, UTC
 * @param since when anything about the request last changed, UTC
 */
public record OpenDeadline(PublicationRequest request, Kind kind, @Nullable Person person, Instant at, Instant since) {

    /** What is to be done, or will happen. */
    public enum Kind {
        /** The approver decides (step 2). */
        APPROVAL,
        /** The approver confirms in writing what was said by word of mouth (2.2). */
        CONFIRMATION,
        /** The webmaster publishes (3.1, 3.2). */
        PUBLISHING,
        /** The webmaster or the owner checks that it is current (3.3). */
        CURRENCY_CHECK,
        /** It leaves the site (3.4); the owner may wish to have it extended. */
        EXPIRY
    }

    private static final Set<Step> WITH_APPROVER = EnumSet.of(Step.SUBMITTED, Step.RETURNED_TO_APPROVER);
    private static final Set<Step> WITH_WEBMASTER = EnumSet.of(Step.APPROVED, Step.APPROVED_VERBALLY);

    /** All of a request, as it now stands. Where no time was set, there is no deadline. */
    public static List<OpenDeadline> of(PublicationRequest request) {
        Stream<Optional<OpenDeadline>> waiting =
                switch (request.status()) {
                    case SUBMITTED -> Stream.of(approval(request));
                    case APPROVED -> Stream.of(confirmation(request), publishing(request));
                    case SCHEDULED -> Stream.of(confirmation(request));
                    case PUBLISHED -> Stream.of(confirmation(request), currencyCheck(request), expiry(request));
                    default -> Stream.of();
                };
        return waiting.flatMap(Optional::stream).toList();
    }

    private static Optional<OpenDeadline> approval(PublicationRequest request) {
        Person alone = last(request, EnumSet.of(Step.HANDED_OVER))
                .map(TimelineEntry::to)
                .orElse(null);
        return last(request, WITH_APPROVER)
                .map(TimelineEntry::due)
                .flatMap(due -> open(request, Kind.APPROVAL, alone, due));
    }

    private static Optional<OpenDeadline> confirmation(PublicationRequest request) {
        Person whoSaidIt = last(request, EnumSet.of(Step.APPROVED_VERBALLY))
                .map(TimelineEntry::by)
                .orElse(null);
        return Optional.ofNullable(request.confirmation())
                .map(Due::at)
                .flatMap(due -> open(request, Kind.CONFIRMATION, whoSaidIt, due));
    }

    private static Optional<OpenDeadline> publishing(PublicationRequest request) {
        Optional<TimelineEntry> approved = last(request, WITH_WEBMASTER);
        Person assigned = approved.map(TimelineEntry::to).orElse(null);
        return approved.map(TimelineEntry::allowed)
                .map(allowed -> allowed.publishing().at())
                .flatMap(due -> open(request, Kind.PUBLISHING, assigned, due));
    }

    private static Optional<OpenDeadline> currencyCheck(PublicationRequest request) {
        return onSite(request).map(Standing::currencyDue).flatMap(due -> open(request, Kind.CURRENCY_CHECK, null, due));
    }

    private static Optional<OpenDeadline> expiry(PublicationRequest request) {
        boolean held = last(request, EnumSet.of(Step.REMOVAL_HELD, Step.HOLD_RELEASED))
                .filter(entry -> entry.step() == Step.REMOVAL_HELD)
                .isPresent();
        return onSite(request)
                .filter(where -> !held)
                .map(Standing::expiresAt)
                .flatMap(end -> open(request, Kind.EXPIRY, request.requester(), end));
    }

    private static Optional<Standing> onSite(PublicationRequest request) {
        return last(request, EnumSet.of(Step.TAKEN_DOWN)).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(request.standing());
    }

    private static Optional<TimelineEntry> last(PublicationRequest request, Set<Step> steps) {
        return request.timeline().stream()
                .filter(entry -> entry.revision() == request.revision() && steps.contains(entry.step()))
                .reduce((earlier, later) -> later);
    }

    private static Optional<OpenDeadline> open(
            PublicationRequest request, Kind kind, @Nullable Person person, Instant at) {
        List<TimelineEntry> timeline = request.timeline();
        return Optional.of(new OpenDeadline(
                request, kind, person, at, timeline.get(timeline.size() - 1).at()));
    }

    /** The same for as long as it is the same thing, whenever it is due. */
    public String id() {
        return request.id() + "-" + kind.name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return request.title();
    }

    /** The office's last day on which it is not too late. */
    public LocalDate lastDay() {
        return OfficeZone.dateOf(at.minusNanos(1));
    }
}
