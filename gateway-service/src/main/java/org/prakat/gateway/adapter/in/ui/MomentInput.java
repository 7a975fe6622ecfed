package org.prakat.gateway.adapter.in.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.domain.Fault;

/** A date and a time of day as they are typed, at the office. */
public record MomentInput(@Nullable String day, @Nullable String month, @Nullable String year, @Nullable String time) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    /** In Thai a time of day is written with a full stop too, and Thai digits are digits. */
    private static final Pattern TYPED =
            Pattern.compile("\\s*(\\d{1,2})[:.](\\d{2})\\s*", Pattern.UNICODE_CHARACTER_CLASS);

    static MomentInput of(@Nullable Instant instant, Words words) {
        if (instant == null) {
            return new MomentInput(null, null, null, null);
        }
        LocalDateTime here = LocalDateTime.ofInstant(instant, OfficeZone.ZONE);
        DateInput date = DateInput.of(here.toLocalDate(), words);
        return new MomentInput(date.day(), date.month(), date.year(), TIME.format(here));
    }

    static MomentInput orEmpty(@Nullable MomentInput input) {
        return input == null ? new MomentInput(null, null, null, null) : input;
    }

    /** Its date, as the fields of a date show it. */
    DateInput date() {
        return new DateInput(day, month, year);
    }

    boolean isEmpty() {
        return date().isEmpty() && (time == null || time.isBlank());
    }

    /** The instant, or none where nothing is typed or something is wrong, which then is among the faults. */
    @Nullable
    Instant read(String field, Words words, List<Fault> faults) {
        if (isEmpty()) {
            return null;
        }
        if (date().isEmpty()) {
            faults.add(new Fault(field, "NOT_A_DATE"));
            return null;
        }
        LocalDate on = date().read(field, words, faults);
        LocalTime at = timeOfDay(field, faults);
        return on == null || at == null
                ? null
                : on.atTime(at).atZone(OfficeZone.ZONE).toInstant();
    }

    private @Nullable LocalTime timeOfDay(String field, List<Fault> faults) {
        Matcher typed = TYPED.matcher(time == null ? "" : time);
        try {
            if (typed.matches()) {
                return LocalTime.of(Integer.parseInt(typed.group(1)), Integer.parseInt(typed.group(2)));
            }
        } catch (DateTimeException e) {
            // No clock shows it: the same as what is no time at all.
        }
        faults.add(new Fault(field, "NOT_A_TIME"));
        return null;
    }
}
