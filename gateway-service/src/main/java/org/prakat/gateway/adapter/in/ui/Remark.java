package org.prakat.gateway.adapter.in.ui;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of a step. Of some steps request-service puts a word of a fixed list in front, which a page says in its reader's
 * language.
 *
 * @param key of the text of that word; absent: there is none
 */
public record Remark(@Nullable String key, String text) {

    private static final Map<String, String> LISTS =
            Map.of("APPROVED_VERBALLY", "means.", "CORRECTED", "field.", "TAKEN_DOWN", "cause.");

    private static final Pattern CODED = Pattern.compile("([A-Za-z_]+)[:,] (.*)", Pattern.DOTALL);

    static Remark of(String step, String noted) {
        String list = LISTS.get(step);
        Matcher coded = CODED.matcher(noted);
        return list != null && coded.matches()
                ? new Remark(list + coded.group(1), coded.group(2))
                : new Remark(null, noted);
    }
}
