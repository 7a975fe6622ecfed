package org.prakat.request.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for data of persons in a text: Thai citizen numbers and telephone numbers, also in Thai digits. */
final class PersonalData {

    private static final Pattern THIRTEEN_DIGITS = Pattern.compile("(?<!\\d)\\d(?:[ -]?\\d){12}(?!\\d)");
    /** Mobile numbers have ten digits and begin with 06, 08 or 09; those of lines have nine, with an area code of two or three. */
    private static final Pattern TELEPHONE = Pattern.compile(
            "(?<![\\d-])0(?:[689]\\d[ -]?\\d{3}[ -]?\\d{4}|[2-7][ -]?\\d{3}[ -]?\\d{4}|[2-7]\\d[ -]?\\d{3}[ -]?\\d{3})(?![\\d-])");

    private static final int DIGITS = 13;

    private PersonalData() {}

    static boolean isIn(String text) {
        String digits = withArabicDigits(text);
        return hasCitizenNumber(digits) || TELEPHONE.matcher(digits).find();
    }

    private static boolean hasCitizenNumber(String text) {
        Matcher candidates = THIRTEEN_DIGITS.matcher(text);
        while (candidates.find()) {
            if (hasRightCheckDigit(candidates.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return false;
    }

    /** The last digit follows from the first twelve, weighted 13 to 2, modulo 11. */
    static boolean hasRightCheckDigit(String number) {
        int sum = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            sum += Character.digit(number.charAt(i), 10) * (DIGITS - i);
        }
        return (11 - sum % 11) % 10 == Character.digit(number.charAt(DIGITS - 1), 10);
    }

    private static String withArabicDigits(String text) {
        StringBuilder converted = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean thaiDigit = point >= '๐' && point <= '๙';
            converted.appendCodePoint(thaiDigit ? '0' + point - '๐' : point);
        });
        return converted.toString();
    }
}
