package org.prakat.common.logs;

import java.util.regex.Pattern;
import org.springframework.boot.logging.StandardStackTracePrinter;

/**
 * What of a line may leave the process. Our own lines hold ids, in English. What else is in them came with an exception or from a
 * library, and may be what a person typed: whatever is not ASCII, also in the form that addresses of pages give it, and addresses of mail
 * are left out. Of an exception the classes and where it was thrown are told, and never what it says.
 */
final class DiscreetLine {

    static final int LONGEST_TEXT = 4000;
    static final int LONGEST_STACK = 8000;

    private static final String LEFT_OUT = "...";
    private static final Pattern TYPED =
            Pattern.compile("[^\\p{ASCII}]+|(?:%[89A-Fa-f]\\p{XDigit})+|[\\w.%+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+");

    private static final int FRAMES_OF_EACH = 30;

    /** The cause first, which is what must not be cut off. */
    private static final StandardStackTracePrinter STACK = StandardStackTracePrinter.rootFirst()
            .withFormatter(thrown -> thrown.getClass().getName())
            .withMaximumThrowableDepth(FRAMES_OF_EACH)
            .withMaximumLength(LONGEST_STACK);

    private DiscreetLine() {}

    static String of(String text) {
        String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + LEFT_OUT : text;
        return TYPED.matcher(bounded).replaceAll(LEFT_OUT);
    }

    static String stackOf(Throwable thrown) {
        return STACK.printStackTraceToString(thrown);
    }
}
