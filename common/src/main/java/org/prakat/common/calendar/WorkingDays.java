package org.prakat.common.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The days on which an office works: Monday to Friday, but for its public holidays.
 *
 * @param holidays the days off that are known
 */
public record WorkingDays(Set<LocalDate> holidays) {

    public WorkingDays {
        holidays = Set.copyOf(holidays);
    }

    public boolean contains(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    /**
     * The working day that comes so many working days after a day, which itself is not counted.
     *
     * @param days from 1
     */
    public LocalDate after(LocalDate day, int days) {
        LocalDate found = day;
        for (int left = days; left > 0; left--) {
            do {
                found = found.plusDays(1);
            } while (!contains(found));
        }
        return found;
    }
}
