package org.prakat.embedded;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that nobody has to type. */
final class RandomSecrets {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomSecrets() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
