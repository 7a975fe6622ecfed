package org.prakat.common.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.chrono.ThaiBuddhistDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as people read them: in Thai with the months' names and the Buddhist year, in English with the Christian one. */
public final class DateText {

    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final DateTimeFormatter THAI_DAY = DateTimeFormatter.ofPattern("d MMMM y", THAI);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final boolean english;

    private DateText(boolean english) {
        this.english = english;
    }

    /** In English where that is asked for, in Thai otherwise. */
    public static DateText in(Locale language) {
        return new DateText("en".equals(language.getLanguage()));
    }

    /** For example {@code 25 พฤศจิกายน 2569}. */
    public String day(LocalDate day) {
        return english ? ENGLISH_DAY.format(day) : THAI_DAY.format(ThaiBuddhistDate.from(day));
    }

    /** The office's day and time of day at this instant, for example {@code 25 พฤศจิกายน 2569 เวลา 14:05 น.} */
    public String moment(Instant instant) {
        return moment(OfficeZone.dateOf(instant), TIME.format(instant.atZone(OfficeZone.ZONE)));
    }

    /**
     * The same of an instant at which something ends or must be done: midnight belongs to the day before, {@code 25 พฤศจิกายน 2569
     * เวลา 24:00 น.}, so that nobody takes the next day for the last.
     */
    public String end(Instant instant) {
        ZonedDateTime local = instant.atZone(OfficeZone.ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment(local.toLocalDate().minusDays(1), "24:00")
                : moment(instant);
    }

    /** No line ends between the time and its "น.", which is lost alone. */
    private String moment(LocalDate date, String time) {
        return english ? day(date) + ", " + time : day(date) + " เวลา " + time + "\u00a0น.";
    }

    /** For example {@code 1 ตุลาคม 2569 – 31 ตุลาคม 2569}; a single day stands alone. */
    public String range(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : day(first) + " – " + day(last);
    }
}
