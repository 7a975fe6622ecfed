package org.prakat.approval.domain;

import java.util.Arrays;

/** Why a publication may be refused (step 2, not allowed). */
public enum ReasonCode {
    NOT_OUR_MISSION,
    FILE_FORMAT_NOT_PERMITTED,
    INCORRECT,
    OUT_OF_DATE,
    INCOMPLETE,
    SOURCE_MISSING,
    PERSONAL_DATA,
    COPYRIGHT,
    DUPLICATE,
    OTHER;

    static boolean isKnown(String code) {
        return Arrays.stream(values()).anyMatch(known -> known.name().equals(code));
    }
}
