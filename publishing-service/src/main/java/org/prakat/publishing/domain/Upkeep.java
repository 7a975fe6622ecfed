package org.prakat.publishing.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.Due;

/**
 * What is done about an item while it stands on the site.
 *
 * @param corrections the oldest first
 * @param currencyChecks the oldest first
 * @param currencyDue until when the next one is due; absent: never
 * @param hold what stops its removal
 * @param amendments approved, and not yet carried out
 * @param versions what stood here before, the oldest first
 */
public record Upkeep(
        List<Correction> corrections,
        List<CurrencyCheck> currencyChecks,
        @Nullable Due currencyDue,
        @Nullable Hold hold,
        List<Amendment> amendments,
        List<Version> versions) {

    static final Upkeep NONE = new Upkeep(List.of(), List.of(), null, null, List.of(), List.of());

    public Upkeep {
        corrections = List.copyOf(corrections);
        currencyChecks = List.copyOf(currencyChecks);
        amendments = List.copyOf(amendments);
        versions = List.copyOf(versions);
    }

    Optional<String> correctedText(Correction.Field field) {
        return corrections.stream()
                .filter(correction -> correction.field() == field)
                .reduce((earlier, later) -> later)
                .map(Correction::after);
    }

    public Optional<Amendment> amendment(String requestId) {
        return amendments.stream()
                .filter(amendment -> amendment.requestId().equals(requestId))
                .findFirst();
    }

    Upkeep with(Correction correction) {
        return new Upkeep(and(corrections, correction), currencyChecks, currencyDue, hold, amendments, versions);
    }

    Upkeep with(CurrencyCheck check, @Nullable Due next) {
        return new Upkeep(corrections, and(currencyChecks, check), next, hold, amendments, versions);
    }

    Upkeep withCurrencyDue(@Nullable Due next) {
        return new Upkeep(corrections, currencyChecks, next, hold, amendments, versions);
    }

    Upkeep withHold(@Nullable Hold changed) {
        return new Upkeep(corrections, currencyChecks, currencyDue, changed, amendments, versions);
    }

    /** With this amendment in the place of an earlier revision of the same request. */
    Upkeep with(Amendment amendment) {
        return new Upkeep(
                corrections,
                currencyChecks,
                currencyDue,
                hold,
                and(others(amendment.requestId()), amendment),
                versions);
    }

    Upkeep without(String requestId) {
        return new Upkeep(corrections, currencyChecks, currencyDue, hold, others(requestId), versions);
    }

    /** A new version begins with a clean slate: the corrections and checks were of the old one. */
    Upkeep replaced(Version version, String requestId, @Nullable Due nextCheck) {
        return new Upkeep(List.of(), List.of(), nextCheck, hold, others(requestId), and(versions, version));
    }

    private List<Amendment> others(String requestId) {
        return amendments.stream()
                .filter(amendment -> !amendment.requestId().equals(requestId))
                .toList();
    }

    private static <T> List<T> and(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }
}
