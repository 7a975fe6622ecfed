package org.prakat.common.event;

import java.util.Objects;

/**
 * Why something was not allowed (เหตุผลที่ไม่อนุญาต).
 *
 * @param code for example {@code NOT_OUR_MISSION}, {@code FILE_FORMAT_NOT_PERMITTED}
 * @param explanation in words, for the owner
 */
public record RejectionReason(String code, String explanation) {

    public RejectionReason {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(explanation, "explanation");
    }
}
