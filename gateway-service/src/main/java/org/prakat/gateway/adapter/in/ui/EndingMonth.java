package org.prakat.gateway.adapter.in.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;

/**
 * What leaves the site in a month, as a calendar shows it.
 *
 * @param weeks each of seven days from Sunday on; those of other months are absent
 */
public record EndingMonth(YearMonth month, List<List<@Nullable Day>> weeks) {

    private static final int WEEK = 7;

    /** A day, and whose last it is on the site. */
    public record Day(LocalDate date, List<PublicationView> ending) {}

    /** The months in which something of this ends, in their order. */
    static List<EndingMonth> of(List<PublicationView> items) {
        Map<YearMonth, Map<LocalDate, List<PublicationView>>> months = new TreeMap<>();
        for (PublicationView item : items) {
            PublicationView.Standing standing = item.standing();
            if (standing != null && standing.expiresAt() != null) {
                LocalDate day = lastDay(standing.expiresAt());
                months.computeIfAbsent(YearMonth.from(day), month -> new TreeMap<>())
                        .computeIfAbsent(day, first -> new ArrayList<>())
                        .add(item);
            }
        }
        return months.entrySet().stream()
                .map(month -> new EndingMonth(month.getKey(), weeks(month.getKey(), month.getValue())))
                .toList();
    }

    /** It ends at midnight: the last day is the one before. */
    private static LocalDate lastDay(Instant end) {
        return OfficeZone.dateOf(end.minusSeconds(1));
    }

    private static List<List<@Nullable Day>> weeks(YearMonth month, Map<LocalDate, List<PublicationView>> ending) {
        List<@Nullable Day> days = new ArrayList<>(
                Collections.nCopies(month.atDay(1).getDayOfWeek().getValue() % WEEK, null));
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            LocalDate date = month.atDay(number);
            days.add(new Day(date, ending.getOrDefault(date, List.of())));
        }
        while (days.size() % WEEK != 0) {
            days.add(null);
        }
        List<List<@Nullable Day>> weeks = new ArrayList<>();
        for (int first = 0; first < days.size(); first += WEEK) {
            weeks.add(days.subList(first, first + WEEK));
        }
        return weeks;
    }

    /** The days on which something ends. */
    public List<Day> days() {
        List<Day> days = new ArrayList<>();
        for (List<@Nullable Day> week : weeks) {
            for (Day day : week) {
                if (day != null && !day.ending().isEmpty()) {
                    days.add(day);
                }
            }
        }
        return days;
    }
}
