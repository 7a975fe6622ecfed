package org.prakat.common.domain;

import java.security.SecureRandom;

/** Makes the short random identifiers that stand in addresses: 12 letters and digits, none of them easily mistaken. */
public final class Identifiers {

    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Identifiers() {}

    /** 60 random bits: among a million of them, a second one of the same name has a chance of one in two million. */
    public static String next() {
        long bits = RANDOM.nextLong();
        char[] id = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            id[i] = ALPHABET[(int) (bits & 31)];
            bits >>>= 5;
        }
        return new String(id);
    }
}
