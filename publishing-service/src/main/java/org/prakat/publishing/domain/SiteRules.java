package org.prakat.publishing.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.event.Due;
import org.prakat.common.event.Guideline;
import org.prakat.common.event.OfficeRules;

/**
 * What an office and the guideline of a category lay down for what stands on the site.
 *
 * @param guideline the version by which the request was judged; absent while the category is not known here
 */
public record SiteRules(OfficeRules office, @Nullable Guideline guideline) {

    private static final LocalTime START_OF_WORK = LocalTime.of(8, 30);

    /** When the owner is reminded of an end: in the morning, so many days before; only what lies ahead. */
    List<Instant> remindAt(@Nullable Instant end, Instant now) {
        if (end == null) {
            return List.of();
        }
        LocalDate lastDay = OfficeZone.dateOf(end.minusMillis(1));
        return office.remindDaysBefore().stream()
                .map(days -> morning(lastDay.minusDays(days)))
                .filter(moment -> moment.isAfter(now))
                .sorted()
                .toList();
    }

    /** Until when somebody must check that an item is still current (3.3); null when the guideline asks for no check. */
    @Nullable
    Due currencyCheck(Instant from) {
        Integer days = guideline == null ? null : guideline.currencyCheckDays();
        if (days == null) {
            return null;
        }
        LocalDate day = OfficeZone.dateOf(from).plusDays(days);
        return new Due(morning(day), OfficeZone.startOf(day.plusDays(1)));
    }

    /** Until when the archive keeps what is removed now; null: for ever. */
    @Nullable
    Instant retainUntil(Instant now) {
        Integer days = guideline == null ? null : guideline.retentionDays();
        return days == null ? null : OfficeZone.startOf(OfficeZone.dateOf(now).plusDays(days));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(START_OF_WORK).atZone(OfficeZone.ZONE).toInstant();
    }
}
