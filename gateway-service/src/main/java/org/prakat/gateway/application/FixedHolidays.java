package org.prakat.gateway.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.prakat.common.event.PublicHolidaysDefined.Holiday;
import org.prakat.common.event.Text;

/**
 * The Thai public holidays that fall on the same date every year, of the years in the file
 * {@code fixed-public-holidays.csv}: an example to begin with, to be completed by the administrator.
 */
final class FixedHolidays {

    private static final String FILE = "/org/prakat/gateway/fixed-public-holidays.csv";

    private FixedHolidays() {}

    static List<Holiday> read() {
        try (InputStream stream = Objects.requireNonNull(FixedHolidays.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split(",", 3))
                    .map(cells -> new Holiday(LocalDate.parse(cells[0]), new Text(cells[1], cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
