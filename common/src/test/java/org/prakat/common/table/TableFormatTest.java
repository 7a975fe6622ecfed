package org.prakat.common.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TableFormatTest {

    @TempDir
    Path folder;

    private static final List<Object> ROW = Arrays.asList(
            "ประกาศ \"ด่วน\", ฉบับที่ ๑",
            17,
            LocalDate.of(2026, 11, 25),
            Instant.parse("2026-11-25T17:30:00Z"),
            null,
            "=HYPERLINK(\"https://example.org\")");
    private static final List<String> HEADINGS = List.of("เรื่อง", "ลำดับ", "วันที่", "เวลา", "ว่าง", "สูตร");

    @Test
    void csvOpensInASpreadsheetWithTheThaiTextRightAndNothingToRun() throws IOException {
        String text = new String(written(TableFormat.CSV, 1), StandardCharsets.UTF_8);

        assertThat(text)
                .isEqualTo(
                        """
                        \uFEFFเรื่อง,ลำดับ,วันที่,เวลา,ว่าง,สูตร\r
                        "ประกาศ ""ด่วน"", ฉบับที่ ๑",17,25 พฤศจิกายน 2569,26 พฤศจิกายน 2569 เวลา 00:30\u00a0น.,,"'=HYPERLINK(""https://example.org"")"\r
                        """);
    }

    @Test
    void aWorkbookHoldsTextsNumbersAndRealDates() throws Exception {
        Element sheet = sheet(written(TableFormat.XLSX, 1));

        assertThat(texts(sheet, "t"))
                .contains("เรื่อง", "ประกาศ \"ด่วน\", ฉบับที่ ๑", "=HYPERLINK(\"https://example.org\")");
        assertThat(texts(sheet, "v")).contains("17").anyMatch(day -> day.startsWith("46351"));
        assertThat(texts(sheet, "f")).isEmpty();
    }

    @Test
    void aLongTableIsWrittenWhileItGrows() throws IOException {
        int[] seen = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                seen[0]++;
            }
        };
        TableWriter table = TableFormat.XLSX.begin(counting, "ทะเบียน", HEADINGS);
        for (int i = 0; i < 20_000; i++) {
            table.row(List.of("แถวที่ " + i, i, "ข้อความ " + i * 31));
        }

        assertThat(seen[0]).as("bytes out before the end").isGreaterThan(100_000);
        table.close();
    }

    private static byte[] written(TableFormat format, int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.begin(out, "ทะเบียน", HEADINGS)) {
            for (int i = 0; i < rows; i++) {
                table.row(ROW);
            }
        }
        return out.toByteArray();
    }

    private Element sheet(byte[] workbook) throws Exception {
        Path file = Files.write(folder.resolve("table.xlsx"), workbook);
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream xml = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getDocumentElement();
        }
    }

    private static List<String> texts(Element sheet, String tag) {
        NodeList found = sheet.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
