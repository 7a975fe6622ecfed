package org.prakat.gateway.adapter.in.ui.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.prakat.gateway.adapter.in.ui.paper.Lines.Line;

/**
 * A document on A4 that is written from above; what does not fit goes on the next page. The same texts give the same bytes.
 * Everything throws {@link IOException} only where memory would.
 */
public final class Paper implements AutoCloseable {

    /** What stands at the foot of a page. */
    @FunctionalInterface
    public interface Foot {
        String of(int page, int pages);
    }

    private static final float MM = 72 / 25.4f;
    private static final float MARGIN = 15 * MM;
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float BOTTOM = MARGIN + 6 * MM;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float GAP = 5 * MM;
    private static final float INDENT = 8 * MM;
    private static final float TITLE = 14;
    private static final float TEXT = 11;
    private static final float SMALL = 9;

    private static final float RULE = 1.5f;

    /** So many lines do not go over pages. */
    private static final int KEPT_TOGETHER = 3;

    /** Thai has marks on two storeys above the letters, and vowels below. */
    private static final float LEADING = 1.45f;

    private static final float ASCENT = 1.15f;

    private final PDDocument document = new PDDocument();
    private final Map<Typeface, EmbeddedFont> fonts = new LinkedHashMap<>();
    private final List<Page> pages = new ArrayList<>();
    private Page page;
    private float y;

    /**
     * @param language of the text
     * @param title as readers show it in their window's bar
     */
    public Paper(Locale language, String title) throws IOException {
        for (Typeface face : List.of(Typeface.REGULAR, Typeface.BOLD)) {
            fonts.put(face, EmbeddedFont.in(document, face));
        }
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        document.setDocumentInformation(information);
        // Else the time of day would be in it.
        document.setDocumentId(0L);
        document.getDocumentCatalog().setLanguage(language.toLanguageTag());
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        page = begin();
    }

    public void title(String text) throws IOException {
        write(column(0, WIDTH, TITLE, true, List.of(Span.strong(text))));
    }

    public void centred(String text) throws IOException {
        write(column(0, WIDTH, TEXT, true, List.of(Span.plain(text))));
    }

    public void paragraph(List<Span> spans) throws IOException {
        write(column(0, WIDTH, TEXT, false, spans));
    }

    /** @param mark in front of the text, which has its own left edge */
    public void item(String mark, String text) throws IOException {
        write(
                column(0, INDENT, TEXT, false, List.of(Span.plain(mark))),
                column(INDENT, WIDTH - INDENT, TEXT, false, List.of(Span.plain(text))));
    }

    /** Two texts side by side. */
    public void row(List<Span> left, List<Span> right) throws IOException {
        float half = (WIDTH - GAP) / 2;
        write(column(0, half, TEXT, false, left), column(half + GAP, half, TEXT, false, right));
    }

    /** Blocks side by side, each of centred lines; on one page if that has room for them. */
    public void blocks(List<List<Span>> blocks) throws IOException {
        float width = (WIDTH - (blocks.size() - 1) * GAP) / blocks.size();
        List<Column> columns = new ArrayList<>();
        for (int each = 0; each < blocks.size(); each++) {
            List<Line> lines = new ArrayList<>();
            for (Span span : blocks.get(each)) {
                lines.addAll(Lines.of(List.of(span), TEXT, width));
            }
            columns.add(new Column(each * (width + GAP), width, true, lines));
        }
        float height =
                (float) columns.stream().mapToDouble(Column::height).max().orElse(0);
        if (height > y - BOTTOM && height <= TOP - BOTTOM) {
            page = begin();
        }
        write(columns.toArray(Column[]::new));
    }

    /** A line across the page. */
    public void rule() throws IOException {
        y -= RULE;
        page.rule(MARGIN, MARGIN + WIDTH, y);
        y -= RULE;
    }

    /** Some white. */
    public void space() {
        y -= TEXT * LEADING / 2;
    }

    /** Ends the document; nothing can be written after it. */
    public void writeTo(OutputStream out, Foot foot) throws IOException {
        for (int each = 0; each < pages.size(); each++) {
            Column line = column(0, WIDTH, SMALL, true, List.of(Span.plain(foot.of(each + 1, pages.size()))));
            write(pages.get(each), line, 0, 1, MARGIN);
            pages.get(each).addTo(document);
        }
        for (EmbeddedFont font : fonts.values()) {
            font.finish(document);
        }
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private record Column(float x, float width, boolean centred, List<Line> lines) {

        float height() {
            return (float) lines.stream().mapToDouble(Paper::height).sum();
        }
    }

    private static Column column(float x, float width, float size, boolean centred, List<Span> spans) {
        return new Column(x, width, centred, Lines.of(spans, size, width));
    }

    private static float height(Line line) {
        return line.size() * LEADING;
    }

    /** Writes columns of one size of type, which go over pages together; on each page one after the other, as they are read. */
    private void write(Column... columns) throws IOException {
        int rows = 0;
        for (Column column : columns) {
            rows = Math.max(rows, column.lines().size());
        }
        float height = height(columns[0].lines().get(0));
        if (rows <= KEPT_TOGETHER && y - rows * height < BOTTOM) {
            page = begin();
        }
        int row = 0;
        while (row < rows) {
            if (y - height < BOTTOM) {
                page = begin();
            }
            int end = Math.min(rows, row + (int) ((y - BOTTOM) / height));
            for (Column column : columns) {
                write(page, column, row, end, y);
            }
            y -= (end - row) * height;
            row = end;
        }
    }

    private static void write(Page page, Column column, int from, int to, float top) throws IOException {
        for (int row = from; row < Math.min(to, column.lines().size()); row++) {
            Line line = column.lines().get(row);
            float shift = column.centred() ? (column.width() - line.width()) / 2 : 0;
            float baseline = top - (row - from) * height(line) - line.size() * ASCENT;
            page.write(line, MARGIN + column.x() + shift, baseline);
        }
    }

    private Page begin() {
        y = TOP;
        Page next = new Page(fonts);
        pages.add(next);
        return next;
    }
}
