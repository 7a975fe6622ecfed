package org.prakat.gateway.adapter.in.ui.paper;

import static org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes.H1;
import static org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes.H2;
import static org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes.L;
import static org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes.LBL;
import static org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes.LI;
import static org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes.L_BODY;
import static org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes.P;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;
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

    private static final Place ACROSS = new Place(0, WIDTH, false);
    private static final Place CENTRED = new Place(0, WIDTH, true);
    private static final Place MARK = new Place(0, INDENT, false);
    private static final Place INDENTED = new Place(INDENT, WIDTH - INDENT, false);
    private static final Place LEFT = new Place(0, (WIDTH - GAP) / 2, false);
    private static final Place RIGHT = new Place((WIDTH + GAP) / 2, (WIDTH - GAP) / 2, false);

    /** So many lines do not go over pages. */
    private static final int KEPT_TOGETHER = 3;

    /** Thai has marks on two storeys above the letters, and vowels below. */
    private static final float LEADING = 1.45f;

    private static final float ASCENT = 1.15f;

    private final PDDocument document = new PDDocument();
    private final Map<Typeface, EmbeddedFont> fonts = new LinkedHashMap<>();
    private final Structure structure = new Structure();
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
        write(column(structure.part(H1), CENTRED, TITLE, List.of(Span.strong(text))));
    }

    public void centred(String text) throws IOException {
        write(column(structure.part(P), CENTRED, TEXT, List.of(Span.plain(text))));
    }

    public void heading(String text) throws IOException {
        write(column(structure.part(H2), ACROSS, TEXT, List.of(Span.strong(text))));
    }

    public void paragraph(List<Span> spans) throws IOException {
        write(column(structure.part(P), ACROSS, TEXT, spans));
    }

    /** A list of texts with their numbers, from 1. */
    public void numbered(List<String> texts) throws IOException {
        list(texts, number -> number + ".");
    }

    public void bulleted(List<String> texts) throws IOException {
        list(texts, number -> "•");
    }

    /** Each text has its own left edge, its mark stands before that. */
    private void list(List<String> texts, IntFunction<String> marks) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        PDStructureElement list = structure.part(L);
        int number = 1;
        for (String text : texts) {
            PDStructureElement item = Structure.part(LI, list);
            List<Span> mark = List.of(Span.plain(marks.apply(number++)));
            write(
                    column(Structure.part(LBL, item), MARK, TEXT, mark),
                    column(Structure.part(L_BODY, item), INDENTED, TEXT, List.of(Span.plain(text))));
        }
    }

    /** Two texts side by side. */
    public void row(List<Span> left, List<Span> right) throws IOException {
        write(column(structure.part(P), LEFT, TEXT, left), column(structure.part(P), RIGHT, TEXT, right));
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
            columns.add(new Column(structure.part(P), new Place(each * (width + GAP), width, true), lines));
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
            List<Line> line = Lines.of(List.of(Span.plain(foot.of(each + 1, pages.size()))), SMALL, WIDTH);
            CENTRED.write(pages.get(each), null, line, MARGIN);
            pages.get(each).addTo(document);
        }
        structure.addTo(document, pages);
        for (EmbeddedFont font : fonts.values()) {
            font.finish(document);
        }
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    /** A place across the page. */
    private record Place(float x, float width, boolean centred) {

        void write(Page page, @Nullable PDStructureElement part, List<Line> lines, float top) throws IOException {
            float y = top;
            for (Line line : lines) {
                float shift = centred ? (width - line.width()) / 2 : 0;
                page.write(line, part, MARGIN + x + shift, y - line.size() * ASCENT);
                y -= height(line);
            }
        }
    }

    /** A part of the document in its place. */
    private record Column(PDStructureElement part, Place place, List<Line> lines) {

        float height() {
            return (float) lines.stream().mapToDouble(Paper::height).sum();
        }

        void write(Page page, int from, int to, float top) throws IOException {
            if (from < lines.size()) {
                place.write(page, part, lines.subList(from, Math.min(to, lines.size())), top);
            }
        }
    }

    private static Column column(PDStructureElement part, Place place, float size, List<Span> spans) {
        return new Column(part, place, Lines.of(spans, size, place.width()));
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
                column.write(page, row, end, y);
            }
            y -= (end - row) * height;
            row = end;
        }
    }

    private Page begin() {
        y = TOP;
        Page next = new Page(fonts);
        pages.add(next);
        return next;
    }
}
