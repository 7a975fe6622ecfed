package org.prakat.gateway.adapter.in.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;

/** A date as it is typed: day, month and year, the year in the era of the page's language. */
public record DateInput(@Nullable String day, @Nullable String month, @Nullable String year) {

    /** The Buddhist era is ahead of the Christian one by so many years. */
    private static final int ERAS_APART = 543;

    /** Between the two eras lies no year that anybody would mean. */
    private static final int FIRST_BUDDHIST_YEAR = 2300;

    private static final int FIRST_CHRISTIAN_YEAR = 1800;

    static DateInput of(@Nullable LocalDate date, Words words) {
        if (date == null) {
            return new DateInput(null, null, null);
        }
        int year = words.english() ? date.getYear() : date.getYear() + ERAS_APART;
        return new DateInput(
                String.valueOf(date.getDayOfMonth()), String.valueOf(date.getMonthValue()), String.valueOf(year));
    }

    static DateInput orEmpty(@Nullable DateInput input) {
        return input == null ? new DateInput(null, null, null) : input;
    }

    boolean isEmpty() {
        return blank(day) && blank(month) && blank(year);
    }

    /** The date, or none where nothing is typed or something is wrong, which then is among the faults. */
    @Nullable
    LocalDate read(String field, Words words, List<Fault> faults) {
        if (isEmpty()) {
            return null;
        }
        try {
            int typed = number(year);
            boolean buddhist = typed >= FIRST_BUDDHIST_YEAR;
            if (buddhist == words.english() || typed < FIRST_CHRISTIAN_YEAR) {
                faults.add(new Fault(field, "WRONG_ERA"));
                return null;
            }
            return LocalDate.of(buddhist ? typed - ERAS_APART : typed, number(month), number(day));
        } catch (DateTimeException | NumberFormatException e) {
            faults.add(new Fault(field, "NOT_A_DATE"));
            return null;
        }
    }

    /** The same, where it must be filled in. */
    @Nullable
    LocalDate readRequired(String field, Words words, List<Fault> faults) {
        if (isEmpty()) {
            faults.add(new Fault(field, "REQUIRED"));
        }
        return read(field, words, faults);
    }

    private static int number(@Nullable String typed) {
        // Thai digits are digits too.
        return Integer.parseInt(typed == null ? "" : typed.strip());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
