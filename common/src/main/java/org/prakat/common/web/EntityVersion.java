package org.prakat.common.web;

import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;

/** The version of an aggregate as a strong entity tag (RFC 9110, section 8.8.3): {@code "7"}. */
public record EntityVersion(long number) {

    /**
     * Reads the value of an {@code If-Match} header.
     *
     * @throws RefusedException when it is not a tag that we gave
     */
    public static EntityVersion valueOf(String tag) {
        String digits = tag.strip();
        if (digits.matches("\"[0-9]{1,18}\"")) {
            return new EntityVersion(Long.parseLong(digits.substring(1, digits.length() - 1)));
        }
        throw new RefusedException(Refusal.of(Reason.STALE, "STALE"));
    }

    public String tag() {
        return "\"" + number + "\"";
    }
}
