package org.prakat.common.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** The formats of a table. Spreadsheet programs open both with the Thai text right. */
public enum TableFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The extension of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Begins a table.
     *
     * @param name of the sheet, at most 31 characters
     * @param headings of the columns
     */
    public TableWriter begin(OutputStream out, String name, List<String> headings) throws IOException {
        return this == CSV ? new CsvTable(out, headings) : new XlsxTable(out, name, headings);
    }
}
