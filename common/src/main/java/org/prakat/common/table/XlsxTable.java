package org.prakat.common.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;

/** A table as a workbook of Office Open XML with one sheet. Dates are real ones, shown with the Buddhist year. */
final class XlsxTable implements TableWriter {

    private static final String DAY = "[$-107041E]d mmm yyyy";
    private static final String MOMENT = "[$-107041E]d mmm yyyy h:mm";
    private static final int ROWS_IN_MEMORY = 100;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    XlsxTable(OutputStream out, String name, List<String> headings) throws IOException {
        workbook = new Workbook(leftOpen(out), "Prakat", "1.0");
        sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        row(headings);
        for (int column = 0; column < headings.size(); column++) {
            sheet.style(0, column).bold().set();
        }
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        next++;
        if (next % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            sheet.value(next, column, number);
        } else if (cell instanceof LocalDate day) {
            sheet.value(next, column, day);
            sheet.style(next, column).format(DAY).set();
        } else if (cell instanceof Instant instant) {
            sheet.value(next, column, instant.atZone(OfficeZone.ZONE).toLocalDateTime());
            sheet.style(next, column).format(MOMENT).set();
        } else if (cell != null) {
            // Shared strings, the usual way, would all stay in memory to the end.
            sheet.inlineString(next, column, cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static OutputStream leftOpen(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
