package org.prakat.gateway.adapter.in.ui.paper;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a line of Thai may end: where ICU's dictionary says that a word ends, but not within a word of the office's own field, which
 * that dictionary knows only in parts.
 */
final class WordEnds {

    private static final ULocale THAI = ULocale.forLanguageTag("th");

    /** Of several words that begin at the same letter, the longest. */
    private static final Pattern WHOLE_WORD = read("/org/prakat/gateway/ui/paper/whole-words.txt");

    private WordEnds() {}

    /** The ends, as indices into the text; its own end is one of them. */
    static BitSet in(String text) {
        BitSet ends = of(BreakIterator.getLineInstance(THAI), text);
        List<MatchResult> words = WHOLE_WORD.matcher(text).results().toList();
        // From the last to the first: where one begins, the one before it may end.
        for (int each = words.size() - 1; each >= 0; each--) {
            keepWhole(words.get(each), text, ends);
        }
        return ends;
    }

    /** The ends of letters with their marks, where a word is wider than a line. */
    static BitSet ofLettersIn(String text) {
        return of(BreakIterator.getCharacterInstance(THAI), text);
    }

    private static BitSet of(BreakIterator breaks, String text) {
        BitSet ends = new BitSet();
        breaks.setText(text);
        breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            ends.set(end);
        }
        return ends;
    }

    private static void keepWhole(MatchResult word, String text, BitSet ends) {
        boolean beginsALongerWord = isThaiLetter(text, word.end()) && !ends.get(word.end());
        if (!beginsALongerWord) {
            ends.clear(word.start() + 1, word.end());
            if (isThaiLetter(text, word.start() - 1)) {
                ends.set(word.start());
            }
        }
    }

    /** Or a mark of one; what repeats or abbreviates belongs to the word before it. */
    private static boolean isThaiLetter(String text, int at) {
        return at >= 0
                && at < text.length()
                && "ฯ฿ๆ".indexOf(text.charAt(at)) < 0
                && text.charAt(at) >= 'ก'
                && text.charAt(at) <= '\u0e4e';
    }

    /** It is no such word where a vowel before or a mark after it makes its outer letters part of something else. */
    private static Pattern read(String resource) {
        try (InputStream content = Objects.requireNonNull(WordEnds.class.getResourceAsStream(resource), resource)) {
            String words = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));
            return Pattern.compile("(?<![\u0e40-\u0e44])(?:" + words + ")(?![\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
