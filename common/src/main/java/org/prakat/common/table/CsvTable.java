package org.prakat.common.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.DateText;

/**
 * A table as comma-separated values (RFC 4180), in UTF-8. Dates are written out in Thai: a spreadsheet would take the number
 * of a Buddhist year for a Christian one.
 */
final class CsvTable implements TableWriter {

    /** Without it Excel takes UTF-8 for the machine's old code page, and Thai text is lost. */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final DateText DATES = DateText.in(Locale.forLanguageTag("th"));

    private final CSVPrinter printer;

    CsvTable(OutputStream out, List<String> headings) throws IOException {
        OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        row(headings);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        List<@Nullable Object> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(text(cell));
        }
        printer.printRecord(texts);
    }

    private static @Nullable Object text(@Nullable Object cell) {
        if (cell instanceof Instant instant) {
            return DATES.moment(instant);
        }
        if (cell instanceof LocalDate day) {
            return DATES.day(day);
        }
        return cell instanceof String text ? disarmed(text) : cell;
    }

    /** A spreadsheet program would run a text that begins like a formula. */
    private static String disarmed(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        printer.flush();
    }
}
