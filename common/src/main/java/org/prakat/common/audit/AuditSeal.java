package org.prakat.common.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals entries and checkpoints with HMAC-SHA-256 (RFC 2104). The first key seals; further ones still verify what they
 * sealed, so that the key can be changed.
 */
public final class AuditSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY_BYTES = 32;
    private static final int KEY_NAME_DIGITS = 16;

    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String current;

    /**
     * @param base64Keys at least one, each of at least 32 random bytes
     * @throws IllegalArgumentException when one is missing, malformed or too short
     */
    public AuditSeal(List<String> base64Keys) {
        for (String encoded : base64Keys) {
            byte[] key = Base64.getDecoder().decode(encoded.strip());
            if (key.length < LEAST_KEY_BYTES) {
                throw new IllegalArgumentException("an audit key has at least " + LEAST_KEY_BYTES + " bytes");
            }
            keys.put(name(key), new SecretKeySpec(key, ALGORITHM));
        }
        current = keys.keySet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no audit key"));
    }

    /** Names a key without telling it. */
    private static String name(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash).substring(0, KEY_NAME_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The next link of a chain. */
    public ChainLink link(String office, long number, String body, String previous) {
        String seal = hash(current, "entry", office, Long.toString(number), previous, body);
        return new ChainLink(office, number, body, current, previous, seal);
    }

    public boolean isGenuine(ChainLink link) {
        return keys.containsKey(link.key())
                && same(
                        link.seal(),
                        hash(
                                link.key(),
                                "entry",
                                link.office(),
                                Long.toString(link.number()),
                                link.previous(),
                                link.body()));
    }

    public Checkpoint checkpoint(String service, String office, long number, String seal, Instant at) {
        return new Checkpoint(
                service, office, number, seal, at, current, signature(current, service, office, number, seal, at));
    }

    public boolean isGenuine(Checkpoint checkpoint) {
        return keys.containsKey(checkpoint.key())
                && same(
                        checkpoint.signature(),
                        signature(
                                checkpoint.key(),
                                checkpoint.service(),
                                checkpoint.office(),
                                checkpoint.number(),
                                checkpoint.seal(),
                                checkpoint.at()));
    }

    private String signature(String key, String service, String office, long number, String seal, Instant at) {
        return hash(key, "checkpoint", service, office, Long.toString(number), seal, at.toString());
    }

    /** The length before each part keeps two lists of parts from ever being the same bytes. */
    private String hash(String key, String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(key));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
