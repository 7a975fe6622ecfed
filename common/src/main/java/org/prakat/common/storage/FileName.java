package org.prakat.common.storage;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;

/**
 * The name of an uploaded file, as people gave it and see it. It is never part of a key or a path.
 *
 * @param value normalised (Unicode NFC), so that the same Thai name is the same text
 */
public record FileName(String value) {

    /** A name of 255 bytes is the most that common file systems take; Thai letters have three bytes. */
    static final int LONGEST_BYTES = 255;

    /** Takes a name over; refused are names that are empty, too long, or made to deceive. */
    public static Result<FileName> of(String given) {
        String name = Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Result.refused(Reason.INVALID, "NAME_TOO_LONG");
        }
        if (name.isEmpty() || name.startsWith(".") || name.codePoints().anyMatch(FileName::isForbidden)) {
            return Result.refused(Reason.INVALID, "NAME_INVALID");
        }
        return Result.ok(new FileName(name));
    }

    private static boolean isForbidden(int character) {
        int type = Character.getType(character);
        // Format characters can turn the direction of writing: "exe.pdf" that is "fdp.exe". Thai needs none but the
        // zero-width space, which nobody types into a name.
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || "/\\:*?\"<>|".indexOf(character) >= 0;
    }

    /** What stands after the last dot, lower case; empty when nothing does. */
    public String extension() {
        int dot = value.lastIndexOf('.');
        return dot < 0 ? "" : value.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
