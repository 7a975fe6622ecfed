package org.prakat.gateway.adapter.in.ui.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.jspecify.annotations.Nullable;
import org.prakat.gateway.adapter.in.ui.paper.Lines.Line;
import org.prakat.gateway.adapter.in.ui.paper.Typeface.Cluster;
import org.prakat.gateway.adapter.in.ui.paper.Typeface.Glyph;
import org.prakat.gateway.adapter.in.ui.paper.Typeface.Setting;

/** What is drawn on one sheet of A4; in points from its lower left corner. */
final class Page {

    private final Map<Typeface, EmbeddedFont> fonts;
    private final PDPage page = new PDPage(PDRectangle.A4);
    private final List<COSBase> parts = new ArrayList<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final ContentStreamWriter out = new ContentStreamWriter(content);

    Page(Map<Typeface, EmbeddedFont> fonts) {
        this.fonts = fonts;
    }

    /** The part that each mark on this page belongs to, by the mark's number. */
    List<COSBase> parts() {
        return parts;
    }

    /** @param part of the document that the line belongs to; null: it is not read aloud */
    void write(Line line, @Nullable PDStructureElement part, float x, float y) throws IOException {
        if (part == null) {
            draw(OperatorName.BEGIN_MARKED_CONTENT, COSName.ARTIFACT);
        }
        float pen = x;
        for (Setting setting : line.settings()) {
            write(setting, part, line.size(), pen, y);
            pen += setting.width() / Typeface.EM * line.size();
        }
        if (part == null) {
            draw(OperatorName.END_MARKED_CONTENT);
        }
    }

    private void write(Setting setting, @Nullable PDStructureElement part, float size, float x, float y)
            throws IOException {
        EmbeddedFont font = font(setting.face());
        COSDictionary properties = new COSDictionary();
        if (!font.tells(setting)) {
            properties.setItem(COSName.ACTUAL_TEXT, new COSString(setting.text()));
        }
        if (part != null) {
            properties.setInt(COSName.MCID, mark(part));
        }
        draw(OperatorName.BEGIN_TEXT);
        draw(OperatorName.SET_FONT_AND_SIZE, nameOf(setting.face()), new COSFloat(size));
        draw(OperatorName.SET_MATRIX, number(1), number(0), number(0), number(1), number(x), number(y));
        if (properties.size() > 0) {
            draw(OperatorName.BEGIN_MARKED_CONTENT_SEQ, COSName.getPDFName("Span"), properties);
        }
        write(font, setting, size);
        if (properties.size() > 0) {
            draw(OperatorName.END_MARKED_CONTENT);
        }
        draw(OperatorName.END_TEXT);
    }

    /** Each word by itself: some readers lose the rest of a mark in which there is another. */
    private int mark(PDStructureElement part) {
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(parts.size());
        part.appendKid(reference);
        parts.add(part.getCOSObject());
        return reference.getMCID();
    }

    /** All glyphs of one height at once: readers take what is shown at once for a word. */
    private void write(EmbeddedFont font, Setting setting, float size) throws IOException {
        COSArray shown = new COSArray();
        float height = 0;
        float pen = 0;
        for (Cluster cluster : setting.clusters()) {
            for (Glyph glyph : cluster.glyphs()) {
                if (glyph.y() != height) {
                    draw(OperatorName.SHOW_TEXT_ADJUSTED, shown);
                    shown = new COSArray();
                    height = glyph.y();
                    draw(OperatorName.SET_TEXT_RISE, number(height / Typeface.EM * size));
                }
                if (glyph.x() != pen) {
                    shown.add(number(pen - glyph.x()));
                }
                shown.add(new COSString(font.code(glyph)));
                pen = glyph.x() + font.advance(glyph);
            }
        }
        draw(OperatorName.SHOW_TEXT_ADJUSTED, shown);
        if (height != 0) {
            draw(OperatorName.SET_TEXT_RISE, number(0));
        }
    }

    /** A thin grey line across. */
    void rule(float from, float to, float y) throws IOException {
        draw(OperatorName.BEGIN_MARKED_CONTENT, COSName.ARTIFACT);
        draw(OperatorName.SET_LINE_WIDTH, number(0.4f));
        draw(OperatorName.STROKING_COLOR_GRAY, number(0.5f));
        draw(OperatorName.MOVE_TO, number(from), number(y));
        draw(OperatorName.LINE_TO, number(to), number(y));
        draw(OperatorName.STROKE_PATH);
        draw(OperatorName.END_MARKED_CONTENT);
    }

    void addTo(PDDocument document) throws IOException {
        PDResources resources = new PDResources();
        fonts.forEach((face, font) -> resources.put(nameOf(face), font.font()));
        page.setResources(resources);
        page.setContents(new PDStream(document, new ByteArrayInputStream(content.toByteArray()), COSName.FLATE_DECODE));
        document.addPage(page);
    }

    private EmbeddedFont font(Typeface face) {
        EmbeddedFont font = fonts.get(face);
        if (font == null) {
            throw new IllegalStateException(face.name() + " is not embedded");
        }
        return font;
    }

    private static COSName nameOf(Typeface face) {
        return COSName.getPDFName(face.name());
    }

    /** To a hundredth of a point, which no printer shows. */
    private static COSFloat number(float value) {
        return new COSFloat(Math.round(value * 100) / 100f);
    }

    private void draw(String operator, Object... operands) throws IOException {
        out.writeTokens(operands);
        out.writeToken(Operator.getOperator(operator));
    }
}
