package org.prakat.gateway.adapter.in.ui.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A weight of Sarabun. Java2D's HarfBuzz sets it in type: it knows the shapes and places of Thai vowels and tone marks. */
final class Typeface {

    /** Units in an em: the font's own, so that nothing is rounded. */
    static final float EM = 1000;

    private static final String FOLDER = "/org/prakat/gateway/ui/paper/";
    private static final char SARA_AM = '\u0e33';
    private static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    static final Typeface REGULAR = new Typeface("Sarabun-Regular");
    static final Typeface BOLD = new Typeface("Sarabun-Bold");

    private final String name;
    private final Font font;

    private Typeface(String name) {
        this.name = name;
        try (InputStream content = open()) {
            this.font = Font.createFont(Font.TRUETYPE_FONT, content).deriveFont(EM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(name, e);
        }
    }

    String name() {
        return name;
    }

    /** The font itself, to be embedded. */
    InputStream open() {
        return Objects.requireNonNull(Typeface.class.getResourceAsStream(FOLDER + name + ".ttf"), name);
    }

    /** @param text a line or less of it */
    Setting set(String text) {
        GlyphVector laid =
                font.layoutGlyphVector(UNHINTED, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        List<Cluster> clusters = new ArrayList<>();
        int glyph = 0;
        while (glyph < laid.getNumGlyphs()) {
            int first = glyph;
            int begin = laid.getGlyphCharIndex(first);
            while (glyph < laid.getNumGlyphs() && belongs(text, begin, laid.getGlyphCharIndex(glyph))) {
                glyph++;
            }
            int end = glyph < laid.getNumGlyphs() ? laid.getGlyphCharIndex(glyph) : text.length();
            clusters.add(new Cluster(text.substring(begin, end), glyphs(laid, first, glyph)));
        }
        return new Setting(this, text, clusters, (float)
                laid.getGlyphPosition(laid.getNumGlyphs()).getX());
    }

    /** Marks belong to the letter that they stand at. */
    private static boolean belongs(String text, int begin, int character) {
        return character == begin
                || text.charAt(character) == SARA_AM
                || Character.getType(text.charAt(character)) == Character.NON_SPACING_MARK;
    }

    private static List<Glyph> glyphs(GlyphVector laid, int from, int to) {
        List<Glyph> glyphs = new ArrayList<>();
        for (int each = from; each < to; each++) {
            Point2D at = laid.getGlyphPosition(each);
            glyphs.add(new Glyph(laid.getGlyphCode(each), (float) at.getX(), (float) -at.getY()));
        }
        return glyphs;
    }

    /**
     * A text in type.
     *
     * @param width in thousandths of the type's size, like all measures of it
     */
    record Setting(Typeface face, String text, List<Cluster> clusters, float width) {}

    /** A letter and its marks, and the glyphs that show them: not always one for each. */
    record Cluster(String text, List<Glyph> glyphs) {}

    /**
     * @param id in the font
     * @param x from where the text begins
     * @param y above the line
     */
    record Glyph(int id, float x, float y) {}
}
