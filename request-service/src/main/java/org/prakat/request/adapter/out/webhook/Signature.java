package org.prakat.request.adapter.out.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.prakat.request.domain.WebhookSecret;

/** The header {@code webhook-signature} (Standard Webhooks): one signature for each secret, divided by spaces. */
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** @param seconds since 1970, as the header {@code webhook-timestamp} says them */
    static String of(List<WebhookSecret> secrets, String id, long seconds, byte[] body) {
        return secrets.stream().map(secret -> of(secret, id, seconds, body)).collect(Collectors.joining(" "));
    }

    private static String of(WebhookSecret secret, String id, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update((id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
