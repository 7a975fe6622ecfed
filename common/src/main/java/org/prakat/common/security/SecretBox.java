package org.prakat.common.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks secrets that must be kept as they are (AES-256-GCM), so that who reads the database alone cannot use them. The keys are
 * derived from others of the configuration: the first locks, further ones still open what they locked before.
 */
public final class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_NAME_DIGITS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String current;

    /**
     * @param base64Keys at least one, each of at least 32 random bytes; they may serve something else too
     * @throws IllegalArgumentException when there is none
     */
    public SecretBox(List<String> base64Keys) {
        for (String encoded : base64Keys) {
            byte[] key = derived(Base64.getDecoder().decode(encoded.strip()));
            keys.put(name(key), new SecretKeySpec(key, "AES"));
        }
        current = keys.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no key for secrets"));
    }

    /**
     * Locks a secret.
     *
     * @param place what it belongs to: it opens nowhere else
     */
    public String lock(String secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] locked = apply(Cipher.ENCRYPT_MODE, current, nonce, place, secret.getBytes(StandardCharsets.UTF_8));
        ByteBuffer all = ByteBuffer.allocate(nonce.length + locked.length);
        return current + ":"
                + Base64.getEncoder().encodeToString(all.put(nonce).put(locked).array());
    }

    /** @throws IllegalStateException when it was changed, belongs elsewhere, or its key is no longer there */
    public String open(String locked, String place) {
        String[] parts = locked.split(":", 2);
        if (parts.length < 2 || !keys.containsKey(parts[0])) {
            throw new IllegalStateException("the key is not there by which a secret of " + place + " was locked");
        }
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(parts[1]));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] rest = new byte[all.remaining()];
        all.get(rest);
        return new String(apply(Cipher.DECRYPT_MODE, parts[0], nonce, place, rest), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, String key, byte[] nonce, String place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret of " + place + " is not as it was locked", e);
        }
    }

    /** One step of HKDF (RFC 5869, section 2.3), since the key is random already: what it does elsewhere tells nothing of this. */
    private static byte[] derived(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update("prakat secret box".getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String name(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash).substring(0, KEY_NAME_DIGITS);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
