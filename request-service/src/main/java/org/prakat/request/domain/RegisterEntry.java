package org.prakat.request.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.RejectionReason;
import org.prakat.request.domain.TimelineEntry.Step;

/**
 * A request as the register of an office shows it: what was asked, and how long each step took.
 *
 * @param submittedAt of its first submission, UTC
 * @param decidedAt of the last decision of the approver, UTC
 * @param publishedAt UTC
 * @param removedAt UTC
 */
public record RegisterEntry(
        PublicationRequest request,
        Instant submittedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant removedAt) {

    private static final Set<Step> DECISIONS =
            EnumSet.of(Step.APPROVED, Step.APPROVED_VERBALLY, Step.REJECTED, Step.CHANGES_REQUESTED);

    /** @throws IllegalStateException when it was never submitted */
    public static RegisterEntry of(PublicationRequest request) {
        Instant submittedAt = request.revisions().stream()
                .findFirst()
                .map(SubmittedRevision::submittedAt)
                .orElseThrow(() -> new IllegalStateException("never submitted: " + request.id()));
        return new RegisterEntry(
                request,
                submittedAt,
                last(request, DECISIONS),
                last(request, EnumSet.of(Step.PUBLISHED, Step.COMPLETED)),
                last(request, EnumSet.of(Step.REMOVED)));
    }

    private static @Nullable Instant last(PublicationRequest request, Set<Step> steps) {
        return entries(request, steps)
                .map(TimelineEntry::at)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static Stream<TimelineEntry> entries(PublicationRequest request, Set<Step> steps) {
        return request.timeline().stream().filter(entry -> steps.contains(entry.step()));
    }

    public boolean isVerbal() {
        return entries(request, EnumSet.of(Step.APPROVED_VERBALLY)).findAny().isPresent();
    }

    /** Why it was refused or sent back, over all its submissions. */
    public List<String> reasons() {
        return request.timeline().stream()
                .flatMap(entry -> entry.reasons().stream())
                .map(RejectionReason::code)
                .distinct()
                .toList();
    }

    /** How long the approver took for the last decision. */
    public Optional<Duration> timeToDecision() {
        Instant lastSubmission =
                request.revisions().get(request.revisions().size() - 1).submittedAt();
        return Optional.ofNullable(decidedAt)
                .filter(decided -> !decided.isBefore(lastSubmission))
                .map(decided -> Duration.between(lastSubmission, decided));
    }

    /** How long the webmaster took from there. */
    public Optional<Duration> timeToPublication() {
        return decidedAt == null || publishedAt == null || publishedAt.isBefore(decidedAt)
                ? Optional.empty()
                : Optional.of(Duration.between(decidedAt, publishedAt));
    }
}
