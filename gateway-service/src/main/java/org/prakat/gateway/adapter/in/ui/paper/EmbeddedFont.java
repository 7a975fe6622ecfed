package org.prakat.gateway.adapter.in.ui.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.prakat.gateway.adapter.in.ui.paper.Typeface.Cluster;
import org.prakat.gateway.adapter.in.ui.paper.Typeface.Glyph;
import org.prakat.gateway.adapter.in.ui.paper.Typeface.Setting;

/** A typeface in a document, and what its glyphs stand for when somebody searches or copies. */
final class EmbeddedFont {

    private static final String SARA_AM = "\u0e33";
    /** How HarfBuzz takes it apart, to put the circle above the consonant. */
    private static final String NIKHAHIT_AND_AA = "\u0e4d\u0e32";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final PDType0Font font;
    private final Map<Integer, String> meanings = new TreeMap<>();

    private EmbeddedFont(PDType0Font font) {
        this.font = font;
    }

    /** The whole font: what HarfBuzz puts in the place of a character is in no table that a subset is made from. */
    static EmbeddedFont in(PDDocument document, Typeface face) throws IOException {
        try (InputStream content = face.open()) {
            return new EmbeddedFont(PDType0Font.load(document, content, false));
        }
    }

    PDType0Font font() {
        return font;
    }

    byte[] code(Glyph glyph) {
        return font.encodeGlyphId(glyph.id());
    }

    /** How far the pen moves on after a glyph, in thousandths of the type's size. */
    float advance(Glyph glyph) throws IOException {
        return font.getWidth(glyph.id());
    }

    /**
     * Whether its glyphs by themselves tell what is written. Else it must be said beside them: there are more or fewer than characters, or
     * marks, which readers put where they think that they belong.
     */
    boolean tells(Setting setting) {
        setting.clusters().forEach(this::learn);
        return setting.clusters().stream().allMatch(this::tells);
    }

    private boolean tells(Cluster cluster) {
        return cluster.glyphs().size() == 1
                && cluster.text().equals(meanings.get(cluster.glyphs().get(0).id()));
    }

    /** Glyphs of single characters stand for these from both ends; what is left in between stands for the rest. */
    private void learn(Cluster cluster) {
        int[] characters =
                cluster.text().replace(SARA_AM, NIKHAHIT_AND_AA).codePoints().toArray();
        List<Glyph> glyphs = cluster.glyphs();
        boolean each = characters.length == glyphs.size();
        int begin = 0;
        while (begin < Math.min(characters.length, glyphs.size())
                && (each || isNominal(glyphs.get(begin), characters[begin]))) {
            learn(glyphs.get(begin), Character.toString(characters[begin]));
            begin++;
        }
        int lastGlyph = glyphs.size() - 1;
        int last = characters.length - 1;
        while (last > begin && lastGlyph > begin && isNominal(glyphs.get(lastGlyph), characters[last])) {
            learn(glyphs.get(lastGlyph--), Character.toString(characters[last--]));
        }
        if (begin <= last && begin < glyphs.size()) {
            learn(glyphs.get(begin), new String(characters, begin, last - begin + 1));
        }
    }

    private boolean isNominal(Glyph glyph, int character) {
        return font.getCmapLookup().getGlyphId(character) == glyph.id();
    }

    private void learn(Glyph glyph, String meaning) {
        meanings.putIfAbsent(glyph.id(), meaning);
    }

    /** Writes down what the glyphs stand for; after the last text. */
    void finish(PDDocument document) throws IOException {
        // A section of this table may hold a hundred entries; one each is as good.
        String entries = meanings.entrySet().stream()
                .map(entry -> "1 beginbfchar\n<%04X> <%s>\nendbfchar\n"
                        .formatted(
                                entry.getKey(), HEX.formatHex(entry.getValue().getBytes(StandardCharsets.UTF_16BE))))
                .collect(Collectors.joining());
        String table =
                """
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                %sendcmap
                CMapName currentdict /CMap defineresource pop
                end
                end
                """
                        .formatted(entries);
        font.getCOSObject()
                .setItem(
                        COSName.TO_UNICODE,
                        new PDStream(
                                document,
                                new ByteArrayInputStream(table.getBytes(StandardCharsets.US_ASCII)),
                                COSName.FLATE_DECODE));
    }
}
