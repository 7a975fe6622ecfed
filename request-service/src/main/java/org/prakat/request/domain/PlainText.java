package org.prakat.request.domain;

/** What may stand in a text: everything but control characters, which no form has, and halves of characters. */
public final class PlainText {

    private PlainText() {}

    /** Whether every character may; line ends and tabs may, too. */
    public static boolean isText(String value) {
        return value.codePoints().allMatch(PlainText::isText);
    }

    private static boolean isText(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t';
        int type = Character.getType(character);
        return layout || (type != Character.CONTROL && type != Character.SURROGATE);
    }
}
