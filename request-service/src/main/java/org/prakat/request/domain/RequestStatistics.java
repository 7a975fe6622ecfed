package org.prakat.request.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prakat.request.domain.TimelineEntry.Step;

/** The requests of an office in a fiscal year, in numbers; filled in one entry of the register after the other. */
public final class RequestStatistics {

    private static final Duration SOON = Duration.ofDays(30);

    /**
     * How long a step took, in hours.
     *
     * @param median half took no longer
     * @param ninetieth nine of ten took no longer
     */
    public record StepTime(int count, @Nullable Double median, @Nullable Double ninetieth) {

        static StepTime of(List<Duration> times) {
            List<Duration> sorted = new ArrayList<>(times);
            Collections.sort(sorted);
            return new StepTime(sorted.size(), hours(sorted, 0.5), hours(sorted, 0.9));
        }

        private static @Nullable Double hours(List<Duration> sorted, double share) {
            if (sorted.isEmpty()) {
                return null;
            }
            int rank = (int) Math.ceil(share * sorted.size());
            return sorted.get(rank - 1).toSeconds() / 3_600.0;
        }
    }

    private final Instant now;
    private final Map<String, Integer> byStatus = new TreeMap<>();
    private final Map<String, Integer> byCategory = new TreeMap<>();
    private final Map<String, Integer> byReason = new TreeMap<>();
    private final List<Duration> decisions = new ArrayList<>();
    private final List<Duration> publications = new ArrayList<>();
    private int requests;
    private int verbal;
    private int overdue;
    private int expiringSoon;

    /** @param now from when on the next thirty days are counted, UTC */
    public RequestStatistics(Instant now) {
        this.now = now;
    }

    public void add(RegisterEntry entry) {
        PublicationRequest request = entry.request();
        requests++;
        byStatus.merge(request.status().name(), 1, Integer::sum);
        byCategory.merge(String.valueOf(request.draft().category()), 1, Integer::sum);
        entry.reasons().forEach(reason -> byReason.merge(reason, 1, Integer::sum));
        verbal += entry.isVerbal() ? 1 : 0;
        overdue += wasOverdue(request) ? 1 : 0;
        expiringSoon += expiresSoon(request) ? 1 : 0;
        entry.timeToDecision().ifPresent(decisions::add);
        entry.timeToPublication().ifPresent(publications::add);
    }

    private static boolean wasOverdue(PublicationRequest request) {
        return request.timeline().stream()
                .map(TimelineEntry::step)
                .anyMatch(step -> step == Step.APPROVAL_OVERDUE
                        || step == Step.CONFIRMATION_OVERDUE
                        || step == Step.PUBLISHING_OVERDUE);
    }

    private boolean expiresSoon(PublicationRequest request) {
        return request.isOnSiteAt(now)
                && request.standing() != null
                && request.standing().isOverAt(now.plus(SOON));
    }

    public int requests() {
        return requests;
    }

    public int verbal() {
        return verbal;
    }

    /** Those of which a step was not done in its time. */
    public int overdue() {
        return overdue;
    }

    /** Those that leave the site within thirty days. */
    public int expiringSoon() {
        return expiringSoon;
    }

    public Map<String, Integer> byStatus() {
        return byStatus;
    }

    public Map<String, Integer> byCategory() {
        return byCategory;
    }

    /** How many requests were refused or sent back for a reason at least once. */
    public Map<String, Integer> byReason() {
        return byReason;
    }

    public StepTime decision() {
        return StepTime.of(decisions);
    }

    public StepTime publication() {
        return StepTime.of(publications);
    }
}
