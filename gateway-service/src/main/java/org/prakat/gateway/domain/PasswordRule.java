package org.prakat.gateway.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Fault;

/** What a password must be: long rather than strange (NIST SP 800-63B, section 5.1.1). */
public final class PasswordRule {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;

    private PasswordRule() {}

    public static List<Fault> faults(String field, @Nullable String password, String userName) {
        if (password == null || password.length() < SHORTEST) {
            return List.of(new Fault(field, "PASSWORD_TOO_SHORT", Map.of("min", String.valueOf(SHORTEST))));
        }
        if (password.length() > LONGEST) {
            return List.of(new Fault(field, "TOO_LONG", Map.of("max", String.valueOf(LONGEST))));
        }
        return password.equalsIgnoreCase(userName) ? List.of(new Fault(field, "PASSWORD_IS_USER_NAME")) : List.of();
    }
}
