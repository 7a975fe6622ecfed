package org.prakat.gateway.adapter.in.ui.paper;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.prakat.gateway.adapter.in.ui.paper.Typeface.Setting;

/** Breaks a text into lines of a width. Thai has no spaces between words: {@link WordEnds} knows where one ends. */
final class Lines {

    /** A line of texts in type, the first at its left end. */
    record Line(List<Setting> settings, float size, float width) {}

    private final float size;
    private final float width;
    private final List<Line> lines = new ArrayList<>();
    private List<Setting> settings = new ArrayList<>();
    private float used;
    private float pen;

    private Lines(float size, float width) {
        this.size = size;
        this.width = width;
    }

    /** @param size of the type, in points like the width */
    static List<Line> of(List<Span> spans, float size, float width) {
        Lines lines = new Lines(size, width);
        spans.forEach(lines::add);
        lines.end();
        return lines.lines;
    }

    private void add(Span span) {
        Typeface face = span.strong() ? Typeface.BOLD : Typeface.REGULAR;
        List<String> paragraphs = span.text().lines().toList();
        for (int each = 0; each < paragraphs.size(); each++) {
            if (each > 0) {
                end();
            }
            String text = paragraphs.get(each).replaceAll("\\p{Cntrl}", " ");
            pieces(WordEnds.in(text), text, piece -> add(face, piece));
        }
    }

    private void add(Typeface face, String piece) {
        String seen = piece.stripTrailing();
        if (breadth(face.set(seen)) > width && seen.codePointCount(0, seen.length()) > 1) {
            if (pen > 0) {
                end();
            }
            pieces(WordEnds.ofLettersIn(piece), piece, each -> put(face, each));
        } else {
            put(face, piece);
        }
    }

    private void put(Typeface face, String piece) {
        float seen = breadth(face.set(piece.stripTrailing()));
        if (pen > 0 && pen + seen > width) {
            end();
        }
        Setting setting = face.set(piece);
        settings.add(setting);
        used = seen > 0 ? pen + seen : used;
        pen += breadth(setting);
    }

    private float breadth(Setting setting) {
        return setting.width() / Typeface.EM * size;
    }

    private void end() {
        lines.add(new Line(settings, size, used));
        settings = new ArrayList<>();
        used = 0;
        pen = 0;
    }

    private static void pieces(BitSet ends, String text, Consumer<String> taker) {
        int begin = 0;
        for (int end = ends.nextSetBit(1); end > 0; end = ends.nextSetBit(end + 1)) {
            taker.accept(text.substring(begin, end));
            begin = end;
        }
    }
}
