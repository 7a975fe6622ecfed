package org.prakat.publishing.adapter.out.mongo;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text in the form in which it is searched: what looks the same is the same. Thai has no spaces, so a query is cut into words
 * by a dictionary; but a word is looked for anywhere in a text, by its characters, so that it does no harm where the dictionary
 * cuts wrongly or does not know a name. Nothing is left out as too common: เลย is a stop word elsewhere, and here the province.
 */
final class SearchedText {

    /** How many characters stand in the index together. */
    static final int GRAM = 3;

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();

    /** Soft hyphens, zero-width spaces, joiners and marks, which nobody sees and some programs add. */
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    /** Two SARA E, typed for one SARA AE. */
    private static final Pattern TWO_E = Pattern.compile("\u0E40\u0E40");

    /** A tone mark that was typed before the vowel above or below the same consonant. */
    private static final Pattern TONE_FIRST = Pattern.compile("([\u0E47-\u0E4C]+)([\u0E31\u0E34-\u0E3A\u0E4D]+)");

    /** The same mark typed twice, one upon the other. */
    private static final Pattern TWICE = Pattern.compile("([\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])\\1+");

    /** A circle and an AA that together are an AM, as they stand after the steps before. */
    private static final Pattern AM_IN_PARTS = Pattern.compile("\u0E4D([\u0E47-\u0E4C]*)\u0E32");

    private static final Pattern BLANK = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private final String text;

    private SearchedText(String text) {
        this.text = text;
    }

    static SearchedText of(String written) {
        String folded = INVISIBLE.matcher(COMPATIBLE.normalize(written)).replaceAll("");
        String vowels = TWO_E.matcher(withPlainDigits(folded)).replaceAll("\u0E41");
        String ordered = TONE_FIRST.matcher(vowels).replaceAll("$2$1");
        String single = TWICE.matcher(ordered).replaceAll("$1");
        String whole = AM_IN_PARTS.matcher(single).replaceAll("$1\u0E33");
        return new SearchedText(BLANK.matcher(whole).replaceAll(" ").strip());
    }

    private static String withPlainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            int digit = UCharacter.digit(character);
            plain.appendCodePoint(digit < 0 ? character : '0' + digit);
        });
        return plain.toString();
    }

    /** Runs of letters and digits, with one space between them. */
    @Override
    public String toString() {
        return text;
    }

    /** Its words, each once. */
    Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        // Not shared: an iterator keeps its place.
        BreakIterator breaks = BreakIterator.getWordInstance(new ULocale("th"));
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String word = text.substring(start, end).strip();
            if (!word.isEmpty()) {
                words.add(word);
            }
            start = end;
        }
        return words;
    }

    /**
     * What stands in the index: every three characters that follow one another.
     *
     * @param most how many at the most, the first ones
     */
    List<String> grams(int most) {
        Set<String> grams = new LinkedHashSet<>();
        for (String run : text.split(" ", -1)) {
            for (int at = 0; at + GRAM <= run.length() && grams.size() < most; at++) {
                grams.add(run.substring(at, at + GRAM));
            }
        }
        return new ArrayList<>(grams);
    }
}
