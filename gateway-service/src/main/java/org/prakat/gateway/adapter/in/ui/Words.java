package org.prakat.gateway.adapter.in.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.event.Text;

/** What a page says in the reader's language beside the texts of its bundle. */
public record Words(Locale language) {

    private static final long KIB = 1024;

    public boolean english() {
        return Locale.ENGLISH.equals(language);
    }

    public String in(Text text) {
        return english() ? text.en() : text.th();
    }

    /** The office's date at this instant. */
    public LocalDate dateOf(Instant instant) {
        return OfficeZone.dateOf(instant);
    }

    /** The year of a month, in the era of the language. */
    public String yearOf(YearMonth month) {
        return String.valueOf(
                english()
                        ? month.getYear()
                        : ThaiBuddhistDate.from(month.atDay(1)).get(ChronoField.YEAR));
    }

    /** For example {@code 1.5 MB}. */
    public String size(long bytes) {
        if (bytes >= KIB * KIB) {
            return rounded(bytes / (double) (KIB * KIB)) + " MB";
        }
        return bytes >= KIB ? rounded(bytes / (double) KIB) + " KB" : bytes + " B";
    }

    /** So many tenths of an hour that it took no longer. */
    public String hours(double hours) {
        return BigDecimal.valueOf(hours)
                .setScale(1, RoundingMode.CEILING)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String rounded(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
